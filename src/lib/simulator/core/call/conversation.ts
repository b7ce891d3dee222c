import type { Identifiers } from '../identifiers.ts';
import type { MediaEndpoint } from '../media.ts';

/** Who speaks, as the other side is shown it. */
export interface Party {
	name: string;
	/** In E.164. */
	number: string;
}

/** One end of a conversation: a phone's leg, phones that ring, the public network, voicemail. */
export interface End {
	readonly party?: Party;
	/** The edge's side of this end's phone, where it is a phone. */
	readonly media?: MediaEndpoint;
	/** What the listener hears of this end; undefined is silence. */
	voiceFor(listener: MediaEndpoint): MediaEndpoint | undefined;
	/** It became an end of this conversation. */
	joined?(conversation: Conversation): void;
	/** The other end has hung up: this one is over too. */
	release(): void;
}

/**
 * Two ends that the edge joins, each leg with a Call-ID of its own. What they share is the
 * session-id of `p-rc-api-ids` and the SID of `P-rc`.
 */
export class Conversation {
	readonly sessionId: string;
	readonly sid: string;
	/** The bridge's `#996016`, to which phones address their MESSAGEs. */
	readonly agent: string;
	#ends: [End, End];
	#parties = 0;

	constructor(identifiers: Identifiers, ends: [End, End]) {
		this.sessionId = identifiers.hex(32);
		this.sid = identifiers.sid();
		this.agent = `#${1_000_000 + identifiers.below(99_999)}`;
		this.#ends = ends;
		for (const end of ends) end.joined?.(this);
	}

	/** The next party's `p-rc-api-ids`. The SDK reads a party's number as one digit. */
	partyIds(): string {
		this.#parties = Math.min(this.#parties + 1, 9);
		return `party-id=p-${this.sessionId}-${this.#parties};session-id=s-${this.sessionId}`;
	}

	has(end: End): boolean {
		return this.#ends.includes(end);
	}

	other(end: End): End {
		return this.#ends[0] === end ? this.#ends[1] : this.#ends[0];
	}

	/** Another end takes this one's place; the other end is told nothing. */
	replace(end: End, successor: End): void {
		if (!this.has(end)) return;
		this.#ends = this.#ends[0] === end ? [successor, this.#ends[1]] : [this.#ends[0], successor];
		successor.joined?.(this);
		this.#joinVoices();
	}

	/** An end hung up. One that was replaced before leaves nobody. */
	leave(end: End): void {
		if (this.has(end)) this.other(end).release();
	}

	#joinVoices(): void {
		for (const end of this.#ends) {
			if (end.media) end.media.hear(this.other(end).voiceFor(end.media));
		}
	}
}
