import type { PhoneProfile } from '../../phone/profile.ts';
import { profiles } from '../../state/profiles.svelte.ts';

/** Keeps phones in this browser; where storage refuses, they live as long as this page, and it says so. */
class Keeping {
	/** Why this page alone knows of the last change, in words. */
	failure = $state<string>();

	/** Never rejects: `failure` tells. */
	save(profile: PhoneProfile): Promise<void> {
		return this.#try(profiles.save(profile));
	}

	/** Never rejects: `failure` tells. */
	remove(id: string): Promise<void> {
		return this.#try(profiles.remove(id));
	}

	async #try(change: Promise<void>): Promise<void> {
		this.failure = undefined;
		try {
			await change;
		} catch (thrown) {
			this.failure = thrown instanceof Error ? thrown.message : String(thrown);
		}
	}
}

export const keeping = new Keeping();
