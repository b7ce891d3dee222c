import type { Database } from './database.ts';
import type { SavedFilter } from './schema.ts';

export type { SavedFilter } from './schema.ts';

/**
 * The filters that a person saved.
 *
 * All methods throw what IndexedDB throws, or `StorageError`; `toFailure` puts it into words.
 */
export class FilterStore {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	async list(): Promise<SavedFilter[]> {
		return (await this.#database.connection()).getAll('filters');
	}

	/** Adds a filter, or replaces the one with its id. */
	async save(filter: SavedFilter): Promise<void> {
		await (await this.#database.connection()).put('filters', filter);
	}

	async remove(id: string): Promise<void> {
		await (await this.#database.connection()).delete('filters', id);
	}
}
