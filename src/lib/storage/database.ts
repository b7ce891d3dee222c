import { openDB, type IDBPDatabase } from 'idb';
import { StorageError, failureOf } from './failure.ts';
import { DATABASE_NAME, SCHEMA_VERSION, type Schema } from './schema.ts';

export type Connection = IDBPDatabase<Schema>;

/** Sipscope's IndexedDB. */
export interface Database {
	/**
	 * The open connection. It is opened when first asked for, and another one where it was lost (another
	 * tab changed the schema, site data was cleared).
	 *
	 * @throws what IndexedDB throws, or `StorageError`, where none can be had; `toFailure` puts it into
	 * words. The next asking tries again.
	 */
	connection(): Promise<Connection>;
	close(): void;
}

export interface OpenOptions {
	name?: string;
	version?: number;
	/** Milliseconds to wait for other tabs to let go of an older schema. */
	patience?: number;
}

/** This browser's database; nothing is opened yet. */
export function browserDatabase(options: OpenOptions = {}): Database {
	return new ReopeningDatabase(options);
}

class ReopeningDatabase implements Database {
	readonly #options: OpenOptions;
	#connection: Promise<Connection> | undefined;

	constructor(options: OpenOptions) {
		this.#options = options;
	}

	connection(): Promise<Connection> {
		if (this.#connection) return this.#connection;
		const forget = () => {
			if (this.#connection === connection) this.#connection = undefined;
		};
		const connection = connect(this.#options, forget);
		connection.catch(forget);
		this.#connection = connection;
		return connection;
	}

	close(): void {
		const closing = this.#connection;
		this.#connection = undefined;
		closing?.then(
			(connection) => connection.close(),
			() => undefined
		);
	}
}

async function connect(options: OpenOptions, onlost: () => void): Promise<Connection> {
	if (!globalThis.indexedDB) throw new StorageError(failureOf('denied'));
	const { promise: blocked, resolve: block } = Promise.withResolvers<void>();
	const opening = openDB<Schema>(options.name ?? DATABASE_NAME, options.version ?? SCHEMA_VERSION, {
		upgrade,
		blocked: () => block(),
		// Another tab upgrades, or deletes: it waits until this connection is gone.
		blocking: (_current, _wanted, event) => {
			(event.target as IDBDatabase).close();
			onlost();
		},
		terminated: onlost
	});
	const patience = blocked.then(() => elapse(options.patience ?? 3_000));
	const connection = await Promise.race([opening, patience]);
	if (connection) return connection;
	opening.then(
		(late) => late.close(),
		() => undefined
	);
	throw new StorageError(failureOf('blocked'));
}

function upgrade(connection: Connection, oldVersion: number): void {
	if (oldVersion < 1) {
		connection.createObjectStore('traces', { keyPath: 'id' });
		connection.createObjectStore('pages', { keyPath: ['traceId', 'firstSeq'] });
		connection.createObjectStore('profiles', { keyPath: 'id' });
	}
	if (oldVersion < 2) connection.createObjectStore('annotations', { keyPath: ['traceId', 'seq'] });
	if (oldVersion < 3) connection.createObjectStore('filters', { keyPath: 'id' });
}

function elapse(milliseconds: number): Promise<undefined> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}
