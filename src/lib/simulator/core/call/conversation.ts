import type { Account } from '../../accounts.ts';
import type { Identifiers } from '../identifiers.ts';
import type { MediaEndpoint, Voice } from '../media.ts';

/** Who speaks, as the other side is shown it. */
export interface Party {
	name: string;
	/** In E.164. */
	number: string;
}

/** One end of a conversation: a phone's leg, phones that ring, a telephone outside, voicemail. */
export interface End {
	readonly party?: Party;
	/** Whose phone it is, where it is one of ours. */
	readonly account?: Account;
	/** The edge's side of this end's phone, where it is a phone. */
	readonly media?: MediaEndpoint;
	/** Whether somebody, or something, has picked up. */
	readonly hasAnswered: boolean;
	/** Nobody is behind it: voicemail, a parking place. Two of them have nothing to say. */
	readonly isMachine?: boolean;
	/** What the listener hears of this end; undefined is silence. */
	voiceFor(listener: MediaEndpoint): Voice | undefined;
	/** It became an end of this conversation. */
	joined?(conversation: Conversation): void;
	/** Another end is at the other side now, or the one there has answered. */
	met?(other: End): void;
	/** The user at the other end pressed a key. */
	pressed?(key: string): void;
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
	#parties: number;
	#isOver = false;

	constructor(identifiers: Identifiers, ends: [End, End]) {
		this.sessionId = identifiers.hex(32);
		this.sid = identifiers.sid();
		this.agent = `#${1_000_000 + identifiers.below(99_999)}`;
		this.#ends = ends;
		// Who calls from outside is a party as well, and asks for no number.
		this.#parties = ends.filter((end) => end.hasAnswered && !end.media).length;
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

	/**
	 * Another end takes this one's place; the other end's phone is told nothing. Where there is no
	 * such place any more, the successor comes too late and is released.
	 */
	replace(end: End, successor: End): void {
		if (this.#isOver || !this.has(end)) return successor.release();
		this.#ends = this.#ends[0] === end ? [successor, this.#ends[1]] : [this.#ends[0], successor];
		successor.joined?.(this);
		if (this.#ends.every(({ isMachine }) => isMachine)) return this.#end();
		successor.met?.(this.other(successor));
		this.changed(successor);
	}

	/** An end answered, or sounds otherwise than before: held, taken up again. */
	changed(end: End): void {
		if (!this.has(end)) return;
		this.#joinVoices();
		this.other(end).met?.(end);
	}

	/** An end hung up. One that was replaced before leaves nobody. */
	leave(end: End): void {
		if (this.#isOver || !this.has(end)) return;
		this.#isOver = true;
		this.other(end).release();
	}

	#end(): void {
		this.#isOver = true;
		for (const end of this.#ends) end.release();
	}

	#joinVoices(): void {
		for (const end of this.#ends) {
			if (end.media) end.media.hear(this.other(end).voiceFor(end.media));
		}
	}
}
