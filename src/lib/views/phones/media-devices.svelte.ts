export interface Device {
	id: string;
	label: string;
}

/**
 * The microphones and speakers of this computer. Browsers name them only to a page that may use the
 * microphone, so `named` tells whether there is something to choose from.
 */
export class MediaDevicesList {
	inputs = $state.raw<readonly Device[]>([]);
	outputs = $state.raw<readonly Device[]>([]);
	named = $state(false);
	/** Why there are none, in words. */
	failure = $state<string>();

	async load(): Promise<void> {
		// Only secure contexts have devices.
		if (!navigator.mediaDevices) {
			this.failure = 'Microphones can be used at https:// and at 127.0.0.1 only.';
			return;
		}
		const all = await navigator.mediaDevices.enumerateDevices();
		this.named = all.some(({ label }) => label !== '');
		this.inputs = devicesOf(all, 'audioinput');
		this.outputs = devicesOf(all, 'audiooutput');
	}

	/** Asks for the microphone, for no longer than it takes to read the names. */
	async askForNames(): Promise<void> {
		this.failure = undefined;
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
			await this.load();
			for (const track of stream.getTracks()) track.stop();
		} catch (thrown) {
			this.failure = explain(thrown);
		}
	}
}

function devicesOf(all: readonly MediaDeviceInfo[], kind: MediaDeviceKind): Device[] {
	return all
		.filter((device) => device.kind === kind && device.deviceId !== '')
		.map(({ deviceId, label }) => ({ id: deviceId, label: label || 'Without a name' }));
}

function explain(thrown: unknown): string {
	const name = thrown instanceof DOMException ? thrown.name : '';
	if (name === 'NotAllowedError')
		return 'The browser was told not to let this page use the microphone.';
	if (name === 'NotFoundError') return 'There is no microphone.';
	return `The microphone cannot be used: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
}
