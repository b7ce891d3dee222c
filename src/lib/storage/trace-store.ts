import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { appendEntries } from './append-entries.ts';
import { complete } from './complete.ts';
import type { Database } from './database.ts';
import { foldIdle } from './fold.ts';
import { readEntries } from './read-pages.ts';
import { annotationsOf, pagesOf, type StoredTrace } from './schema.ts';
import { removeTail } from './tail.ts';
import { removeUnsaved } from './unsaved-annotations.ts';

export type { StoredTrace } from './schema.ts';

/**
 * The stored traces of this address.
 *
 * All methods throw what IndexedDB throws, or `StorageError`; `toFailure` puts it into words.
 */
export class TraceStore {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** All traces, newest first. */
	async list(): Promise<StoredTrace[]> {
		const traces = await (await this.#database.connection()).getAll('traces');
		return traces.sort((a, b) => b.createdAt - a.createdAt);
	}

	async header(id: string): Promise<StoredTrace | undefined> {
		return (await this.#database.connection()).get('traces', id);
	}

	/** A trace's entries in order from a seq on, a batch at a time; none where there is no such trace. */
	async *read(id: string, fromSeq = 0): AsyncGenerator<Entry[]> {
		const trace = await this.header(id);
		if (!trace) return;
		yield* readEntries(this.#database, id, fromSeq);
		void foldIdle(this.#database, trace);
	}

	/** Adds entries to a trace that nobody captures; the first ones begin it. */
	async append(header: TraceHeader, entries: readonly Entry[]): Promise<void> {
		await appendEntries(this.#database, header, entries);
	}

	/** Whether there was such a trace. */
	async rename(id: string, name: string): Promise<boolean> {
		const connection = await this.#database.connection();
		const transaction = connection.transaction('traces', 'readwrite');
		const put = async () => {
			const trace = await transaction.store.get(id);
			if (trace) await transaction.store.put({ ...trace, name });
			return trace !== undefined;
		};
		return complete(transaction, put());
	}

	/** Deletes a trace with all that belongs to it, in one transaction; 200,000 messages take 10 ms. */
	async remove(id: string): Promise<void> {
		removeTail(id);
		removeUnsaved(id);
		const connection = await this.#database.connection();
		const transaction = connection.transaction(['traces', 'pages', 'annotations'], 'readwrite');
		const deleted = Promise.all([
			transaction.objectStore('traces').delete(id),
			transaction.objectStore('pages').delete(pagesOf(id)),
			transaction.objectStore('annotations').delete(annotationsOf(id))
		]);
		await complete(transaction, deleted);
	}

	/** What this address uses of the disk, in bytes, as far as the browser tells. */
	estimate(): Promise<StorageEstimate> {
		return navigator.storage.estimate();
	}
}
