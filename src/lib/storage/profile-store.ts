import type { Database } from './database.ts';
import type { StoredProfile } from './schema.ts';

/**
 * The saved profiles, of whatever shape `P` has: what is stored is what was saved.
 *
 * All methods throw what IndexedDB throws, or `StorageError`; `toFailure` puts it into words.
 */
export class ProfileStore<P extends StoredProfile = StoredProfile> {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	async listProfiles(): Promise<P[]> {
		return (await (await this.#database.connection()).getAll('profiles')) as P[];
	}

	/** Adds a profile, or replaces the one with its id. */
	async saveProfile(profile: P): Promise<void> {
		await (await this.#database.connection()).put('profiles', profile);
	}

	async removeProfile(id: string): Promise<void> {
		await (await this.#database.connection()).delete('profiles', id);
	}
}
