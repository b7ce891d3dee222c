import type { Sound } from './sounds.ts';

/**
 * What carries the sound. The core decides who hears whom; SDP goes through it unread.
 * An endpoint that has no use for a description says so with undefined, never by throwing.
 */
export interface Media {
	/** Opens the edge's side of one leg. */
	open(options?: MediaOptions): MediaEndpoint;
	/** Whether endpoints tell keys; where not, nobody waits for one. */
	readonly hearsKeys: boolean;
}

export interface MediaOptions {
	/** Milliseconds for which the phone's ICE checks are left unanswered. */
	iceDelay?: number;
}

/** What a phone can be let hear: another endpoint's phone (its own is an echo), or tones. */
export type Voice = MediaEndpoint | Sound;

export interface MediaEndpoint {
	/** The SDP answer to a phone's offer: the first one, a hold, an ICE restart. */
	answer(offer: string): Promise<string | undefined>;
	/** An SDP offer for a phone that is called, or one more for a phone that is in a call. */
	offer(): Promise<string>;
	/** Takes the phone's answer to `offer`. */
	accept(answer: string): Promise<boolean>;
	/** Takes further ICE candidates of the phone: the body of a trickle-ICE INFO (RFC 8840). */
	trickle(fragment: string): void;
	/** From now on the phone hears this; undefined is silence. */
	hear(voice: Voice | undefined): void;
	/** Whether the phone holds the call: it neither speaks nor listens. */
	readonly held: boolean;
	/** Told every key that the phone's user presses (RFC 4733): `0`-`9`, `*`, `#`. */
	onkey: ((key: string) => void) | undefined;
	close(): void;
}
