/**
 * What carries the sound. The core decides who hears whom; SDP goes through it unread.
 * An endpoint that has no use for a description says so with undefined, never by throwing.
 */
export interface Media {
	/** Opens the edge's side of one leg. */
	open(): MediaEndpoint;
	/** Whether endpoints tell keys; where not, nobody waits for one. */
	readonly hearsKeys: boolean;
}

export interface MediaEndpoint {
	/** The SDP answer to a phone's offer: the first one, a hold, an ICE restart. */
	answer(offer: string): Promise<string | undefined>;
	/** An SDP offer for a phone that is called. */
	offer(): Promise<string>;
	/** Takes the phone's answer to `offer`. */
	accept(answer: string): Promise<boolean>;
	/** From now on the phone hears this endpoint's phone; its own is an echo, undefined silence. */
	hear(source: MediaEndpoint | undefined): void;
	/** Told every key that the phone's user presses (RFC 4733): `0`-`9`, `*`, `#`. */
	onkey: ((key: string) => void) | undefined;
	close(): void;
}
