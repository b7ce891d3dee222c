import { toFailure } from '../storage/failure.ts';
import type { FilterStore, SavedFilter } from '../storage/filter-store.ts';
import { storage } from './storage.svelte.ts';

/** The filters that have a name, in the order of their names. None of its methods rejects. */
class SavedFilters {
	#list = $state.raw<readonly SavedFilter[]>([]);
	/** Why they could not be read or stored, in words. */
	failure = $state<string>();

	get list(): readonly SavedFilter[] {
		return this.#list;
	}

	/** Again at each asking: another tab may have saved one. */
	load(): Promise<void> {
		return this.#use(async (store) => this.#show(await store.list()));
	}

	/** One of this name is replaced. */
	async save(name: string, text: string): Promise<void> {
		const id = this.#list.find((filter) => filter.name === name)?.id ?? crypto.randomUUID();
		const filter = { id, name, text };
		await this.#use(async (store) => {
			await store.save(filter);
			this.#show([...this.#list.filter((other) => other.id !== id), filter]);
		});
	}

	async remove(id: string): Promise<void> {
		await this.#use(async (store) => {
			await store.remove(id);
			this.#show(this.#list.filter((filter) => filter.id !== id));
		});
	}

	#show(filters: readonly SavedFilter[]): void {
		this.#list = filters.toSorted((a, b) => a.name.localeCompare(b.name));
	}

	async #use(work: (store: FilterStore) => Promise<void>): Promise<void> {
		try {
			await work(await storage.filters());
			this.failure = undefined;
		} catch (thrown) {
			this.failure = toFailure(thrown).message;
		}
	}
}

export const savedFilters = new SavedFilters();
