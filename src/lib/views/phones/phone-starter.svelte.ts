import { generateInstanceId, type PhoneProfile } from '../../phone/profile.ts';
import { phones } from '../../state/phones.svelte.ts';
import { keeping } from './keeping.svelte.ts';

/** Starts phones, asking for the password of those that do not keep it. */
export class PhoneStarter {
	/** Whose password is asked for now. */
	asking = $state.raw<PhoneProfile>();

	start(profile: PhoneProfile, password?: string): void {
		if (profile.sipInfo.password === undefined && password === undefined) this.asking = profile;
		else void phones.start(profile, password);
	}

	/** As it was started; a profile that was changed since is started anew. */
	restart(profile: PhoneProfile): void {
		if (phones.of(profile.id)?.profile === profile) void phones.restart(profile.id);
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
