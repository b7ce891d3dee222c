import type { Media, MediaEndpoint, Voice } from '../core/media.ts';
import { OFFER } from './scripted-phone.ts';

/** Media without sound, which tells who was let hear what. */
export class RecordingMedia implements Media {
	readonly hearsKeys = true;
	readonly #opened: RecordingEndpoint[] = [];

	open(): RecordingEndpoint {
		const endpoint = new RecordingEndpoint();
		this.#opened.push(endpoint);
		return endpoint;
	}

	/** The endpoints in the order of their legs: the first caller's is 0. */
	endpoint(index: number): RecordingEndpoint {
		const endpoint = this.#opened[index];
		if (!endpoint) throw new Error(`there are ${this.#opened.length} endpoints`);
		return endpoint;
	}
}

export class RecordingEndpoint implements MediaEndpoint {
	hears: Voice | undefined;
	readonly trickled: string[] = [];
	onkey: ((key: string) => void) | undefined;
	held = false;
	closed = false;

	async answer(offer: string): Promise<string | undefined> {
		this.held = offer.includes('a=sendonly');
		return offer.startsWith('v=0') ? OFFER : undefined;
	}

	async offer(): Promise<string> {
		return OFFER;
	}

	async accept(answer: string): Promise<boolean> {
		return answer.startsWith('v=0');
	}

	trickle(fragment: string): void {
		this.trickled.push(fragment);
	}

	hear(voice: Voice | undefined): void {
		this.hears = voice;
	}

	close(): void {
		this.closed = true;
	}

	/** The phone's user presses keys, one after another. */
	press(keys: string): void {
		for (const key of keys) this.onkey?.(key);
	}
}
