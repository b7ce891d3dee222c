import { openDatabase, type Database } from '../storage/database.ts';
import { StorageError, type StorageFailure } from '../storage/failure.ts';
import { ProfileStore } from '../storage/profile-store.ts';
import { recoverTails } from '../storage/tail.ts';
import { TraceStore } from '../storage/trace-store.ts';

export interface OpenedStorage {
	ok: true;
	database: Database;
	traces: TraceStore;
}

/** This browser's storage, opened when first asked for; where that fails, the next asking tries again. */
class BrowserStorage {
	#opened: Promise<OpenedStorage | ({ ok: false } & StorageFailure)> | undefined;

	/** What closed pages left behind has been recovered by then. */
	open(): Promise<OpenedStorage | ({ ok: false } & StorageFailure)> {
		this.#opened ??= open().then((result) => {
			if (!result.ok) this.#opened = undefined;
			return result;
		});
		return this.#opened;
	}

	/** @throws {StorageError} where storage cannot be had */
	async profiles<P extends { id: string }>(): Promise<ProfileStore<P>> {
		const opened = await this.open();
		if (!opened.ok) throw new StorageError(opened);
		return new ProfileStore<P>(opened.database);
	}
}

async function open(): Promise<OpenedStorage | ({ ok: false } & StorageFailure)> {
	const result = await openDatabase();
	if (!result.ok) return result;
	const { database } = result;
	await recoverTails(database);
	return { ok: true, database, traces: new TraceStore(database) };
}

export const storage = new BrowserStorage();
