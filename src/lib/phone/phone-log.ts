import type { Recorder } from '../capture/recorder.ts';
import type { Entry, MediaEntry, PhoneEntry, Unstamped, Vantage } from '../trace/entry.ts';
import type { MediaEvent } from './media-monitor.ts';
import { addressOfRecordOf, extensionOf, instanceOf, type PhoneProfile } from './profile.ts';
import { describeThrown } from './thrown.ts';

type WithoutPlace<E extends Entry> =
	Unstamped<E> extends infer Event
		? Event extends unknown
			? Omit<Event, 'kind' | keyof Vantage>
			: never
		: never;

/** A phone entry, without whose it is. */
export type PhoneEvent = WithoutPlace<PhoneEntry>;

/** Records what a phone does, and keeps the last thing that went wrong. */
export class PhoneLog {
	/** In the words of what was thrown. */
	lastError: string | undefined;
	readonly #recorder: Pick<Recorder, 'record'>;
	readonly #profile: PhoneProfile;

	constructor(recorder: Pick<Recorder, 'record'>, profile: PhoneProfile) {
		this.#recorder = recorder;
		this.#profile = profile;
	}

	record(event: PhoneEvent): void {
		this.#recorder.record({ kind: 'phone', ...this.#vantage, ...event } as Unstamped<PhoneEntry>);
	}

	/** @param takesOver the page that ran the phone is gone */
	recordStart(takesOver = false): void {
		this.record({
			event: 'start',
			name: this.#profile.name,
			addressOfRecord: addressOfRecordOf(this.#profile),
			extension: extensionOf(this.#profile),
			...(takesOver && { takesOver })
		});
	}

	recordMedia(callId: string, event: MediaEvent): void {
		const entry = { kind: 'media', ...this.#vantage, callId, ...event };
		this.#recorder.record(entry as Unstamped<MediaEntry>);
	}

	/** @returns what was thrown, in words */
	recordError(thrown: unknown, action?: string, callId?: string): string {
		const message = describeThrown(thrown);
		this.lastError = message;
		this.record({
			event: 'error',
			message,
			...(action === undefined ? undefined : { action }),
			...(callId === undefined ? undefined : { callId })
		});
		return message;
	}

	/** A rejection that any of the page's phones may have caused: it is kept, and laid at no door. */
	recordStrayError(thrown: unknown): void {
		this.#recorder.record({ kind: 'phone', event: 'error', message: describeThrown(thrown) });
	}

	get #vantage(): Vantage {
		return { phone: this.#profile.id, instance: instanceOf(this.#profile) };
	}
}
