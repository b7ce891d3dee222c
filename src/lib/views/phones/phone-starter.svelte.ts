import { generateInstanceId, isSameProfile, type PhoneProfile } from '../../phone/profile.ts';
import { phones } from '../../state/phones.svelte.ts';
import { keeping } from './keeping.svelte.ts';

/** Starts phones, asking for the password of those that do not keep it. */
export class PhoneStarter {
	/** Whose password is asked for now. */
	asking = $state.raw<PhoneProfile>();

	/** It was asked for a phone that is to run beside another with the same instance. */
	#unguarded = false;

	/** @param unguarded though another phone has the same instance */
	start(profile: PhoneProfile, password?: string, { unguarded = this.#unguarded } = {}): void {
		const asks = profile.sipInfo.password === undefined && password === undefined;
		this.#unguarded = asks && unguarded;
		if (asks) this.asking = profile;
		else if (unguarded) void phones.startUnguarded(profile, password);
		else void phones.start(profile, password);
	}

	/** As it was started; a profile that was changed since is started anew. */
	restart(profile: PhoneProfile): void {
		const phone = phones.of(profile.id);
		if (phone && isSameProfile(phone.profile, profile)) void phones.restart(profile.id);
		else this.start(profile);
	}

	/** Makes the phone a device of its own, so that no other tab stands in its way. */
	async startAsOwnInstance(profile: PhoneProfile): Promise<void> {
		const own: PhoneProfile = {
			...profile,
			instance: { kind: 'generated', id: generateInstanceId() }
		};
		await keeping.save(own);
		this.start(own);
	}
}
