import type { PhoneProfile } from '../phone/profile.ts';
import { toFailure } from '../storage/failure.ts';
import { storage } from './storage.svelte.ts';

/** The saved phones. A profile whose password may not be saved keeps it in this page's memory only. */
class Profiles {
	#list = $state.raw<readonly PhoneProfile[]>([]);
	loaded = $state(false);
	/** Why the saved ones could not be read, in words; those of this page are there all the same. */
	failure = $state<string>();

	get list(): readonly PhoneProfile[] {
		return this.#list;
	}

	get(id: string): PhoneProfile | undefined {
		return this.#list.find((profile) => profile.id === id);
	}

	/** Never rejects: `failure` tells. */
	async load(): Promise<void> {
		if (this.loaded) return;
		try {
			const saved = await (await storage.profiles<PhoneProfile>()).listProfiles();
			this.#list = saved.sort((a, b) => a.createdAt - b.createdAt);
			this.failure = undefined;
			this.loaded = true;
		} catch (thrown) {
			this.failure = toFailure(thrown).message;
		}
	}

	/** Another tab may have saved some since. */
	async refresh(): Promise<void> {
		this.loaded = false;
		await this.load();
	}

	/** Adds a profile, or replaces the one with its id. Rejects where only this page will know it. */
	async save(profile: PhoneProfile): Promise<void> {
		const others = this.#list.filter((other) => other.id !== profile.id);
		this.#list = [...others, profile].sort((a, b) => a.createdAt - b.createdAt);
		await (await storage.profiles<PhoneProfile>()).saveProfile(profile);
	}

	async remove(id: string): Promise<void> {
		this.#list = this.#list.filter((profile) => profile.id !== id);
		await (await storage.profiles<PhoneProfile>()).removeProfile(id);
	}
}

export const profiles = new Profiles();
