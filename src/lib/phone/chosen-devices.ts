import { DefaultDeviceManager } from 'ringcentral-web-phone/device-manager';
import type { PhoneProfile } from './profile.ts';

/** The devices that a profile names; where it names none, those of the SDK. */
export class ChosenDevices extends DefaultDeviceManager {
	readonly #profile: Pick<PhoneProfile, 'inputDeviceId' | 'outputDeviceId'>;

	constructor(profile: Pick<PhoneProfile, 'inputDeviceId' | 'outputDeviceId'>) {
		super();
		this.#profile = profile;
	}

	override async getInputDeviceId(): Promise<string> {
		return this.#profile.inputDeviceId ?? super.getInputDeviceId();
	}

	override async getOutputDeviceId(): Promise<string | undefined> {
		return this.#profile.outputDeviceId ?? super.getOutputDeviceId();
	}
}
