import type { IDBPTransaction } from 'idb';
import { isBlankAnnotation, type Annotation } from '../trace/annotation.ts';
import { complete } from './complete.ts';
import type { Database } from './database.ts';
import { annotationsOf, type Schema } from './schema.ts';

type Saving = IDBPTransaction<Schema, ['traces', 'annotations'], 'readwrite'>;

/**
 * Bookmarks and notes, by trace and `seq`.
 *
 * All methods throw what IndexedDB throws, or `StorageError`; `toFailure` puts it into words.
 */
export class AnnotationStore {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** Those of a trace, in order of `seq`. */
	async list(traceId: string): Promise<Annotation[]> {
		const connection = await this.#database.connection();
		const stored = await connection.getAll('annotations', annotationsOf(traceId));
		return stored.map(({ traceId: of, ...annotation }) => (void of, annotation));
	}

	/**
	 * Stores each in the place of the one with its `seq`, all or nothing; blank ones are removed.
	 * `missing` where there is no such trace: what belongs to none would never be deleted.
	 */
	async save(traceId: string, annotations: readonly Annotation[]): Promise<'saved' | 'missing'> {
		const connection = await this.#database.connection();
		const transaction = connection.transaction(['traces', 'annotations'], 'readwrite');
		return complete(transaction, put(transaction, traceId, annotations));
	}
}

async function put(
	transaction: Saving,
	traceId: string,
	annotations: readonly Annotation[]
): Promise<'saved' | 'missing'> {
	if ((await transaction.objectStore('traces').getKey(traceId)) === undefined) return 'missing';
	const store = transaction.objectStore('annotations');
	await Promise.all(
		annotations.map((annotation) =>
			isBlankAnnotation(annotation)
				? store.delete([traceId, annotation.seq])
				: store.put({ ...annotation, traceId })
		)
	);
	return 'saved';
}
