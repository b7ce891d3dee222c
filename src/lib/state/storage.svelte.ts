import { AnnotationStore } from '../storage/annotation-store.ts';
import { browserDatabase } from '../storage/database.ts';
import { StorageError, toFailure, type StorageFailure } from '../storage/failure.ts';
import { FilterStore } from '../storage/filter-store.ts';
import { ProfileStore } from '../storage/profile-store.ts';
import { recoverTails } from '../storage/tail.ts';
import { TraceStore } from '../storage/trace-store.ts';
import { recoverAnnotations } from '../storage/unsaved-annotations.ts';

export type Opened = { ok: true; traces: TraceStore } | ({ ok: false } & StorageFailure);

/** This browser's storage, opened when first asked for; where that fails, the next asking tries again. */
class BrowserStorage {
	/** May be written to before it is open. */
	readonly database = browserDatabase();
	#opened: Promise<Opened> | undefined;

	/** What closed pages left behind has been recovered by then. */
	open(): Promise<Opened> {
		this.#opened ??= this.#open().then((result) => {
			if (!result.ok) this.#opened = undefined;
			return result;
		});
		return this.#opened;
	}

	/** @throws {StorageError} where storage cannot be had */
	async profiles<P extends { id: string }>(): Promise<ProfileStore<P>> {
		const opened = await this.open();
		if (!opened.ok) throw new StorageError(opened);
		return new ProfileStore<P>(this.database);
	}

	/** @throws {StorageError} where storage cannot be had */
	async annotations(): Promise<AnnotationStore> {
		const opened = await this.open();
		if (!opened.ok) throw new StorageError(opened);
		return new AnnotationStore(this.database);
	}

	/** @throws {StorageError} where storage cannot be had */
	async filters(): Promise<FilterStore> {
		const opened = await this.open();
		if (!opened.ok) throw new StorageError(opened);
		return new FilterStore(this.database);
	}

	async #open(): Promise<Opened> {
		try {
			await this.database.connection();
		} catch (thrown) {
			return { ok: false, ...toFailure(thrown) };
		}
		await recoverTails(this.database);
		await recoverAnnotations(this.database);
		return { ok: true, traces: new TraceStore(this.database) };
	}
}

export const storage = new BrowserStorage();
