import { copiesOf } from '../../phone/copies.ts';
import type { PhoneProfile } from '../../phone/profile.ts';
import { phones } from '../../state/phones.svelte.ts';

/** Several instances of one phone, started one after another, so that who came too late is plain. */
export class StartingInstances {
	/** Those that were started, in order; the last may still be on its way. */
	begun = $state.raw<readonly PhoneProfile[]>([]);
	/** How many were asked for. */
	asked = $state(0);
	underWay = $state(false);
	#stopped = false;

	/** @param password where the profile does not hold it */
	async start(profile: PhoneProfile, count: number, password?: string): Promise<void> {
		this.#stopped = false;
		this.underWay = true;
		this.begun = [];
		this.asked = count;
		const taken = phones.list.map((phone) => phone.profile.name);
		for (const copy of copiesOf(profile, count, taken)) {
			if (this.#stopped) break;
			this.begun = [...this.begun, copy];
			await phones.start(copy, password);
		}
		this.underWay = false;
	}

	/** Starts no more; the one on its way arrives. */
	stop(): void {
		this.#stopped = true;
	}

	/** Disposes of those that were started here, and takes them off the list. */
	async removeAll(): Promise<void> {
		this.stop();
		await Promise.all(
			this.begun.map(async ({ id }) => {
				await phones.dispose(id);
				await phones.forget(id);
			})
		);
		this.begun = [];
	}
}
