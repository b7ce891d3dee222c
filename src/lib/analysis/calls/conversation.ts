import type { Instant } from '../../trace/instant.ts';
import type { Subject } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Call } from './call.ts';

/**
 * The calls (legs) that belong together: same RingCentral session-id or SID, same Call-ID, or one named
 * by the other's Replaces.
 */
export interface Conversation extends Subject {
	/** That of its first call. */
	readonly id: string;
	/** Legs, in the order of their first messages; none once it was found to be part of another. */
	readonly calls: readonly Call[];
	/** Of all legs, in order of seq. Another array once conversations were found to be one. */
	readonly messages: readonly SeenMessage[];
	readonly startedAt: Instant;
}

/** Its messages are those of its calls, put in order when they are asked for. */
export class GrowingConversation implements Conversation {
	revision = 0;
	readonly id: string;
	readonly startedAt: Instant;
	calls: Call[] = [];
	#messages: SeenMessage[] = [];
	/** By call, how many of its messages are among them. */
	#taken: number[] = [];

	constructor(id: string, startedAt: Instant) {
		this.id = id;
		this.startedAt = startedAt;
	}

	get messages(): readonly SeenMessage[] {
		// What is new is later than all that is there.
		const fresh = this.calls.flatMap((call, at) => call.messages.slice(this.#taken[at] ?? 0));
		if (this.calls.length > 1) fresh.sort((a, b) => a.entry.seq - b.entry.seq);
		for (const message of fresh) this.#messages.push(message);
		this.#taken = this.calls.map((call) => call.messages.length);
		return this.#messages;
	}

	/** Takes the calls of a conversation that turned out to be part of this one. */
	absorb(other: GrowingConversation): void {
		const later = firstSeq(other.calls[0]) > firstSeq(this.calls.at(-1));
		for (const call of other.calls) {
			call.conversation = this;
			this.calls.push(call);
		}
		if (!later) this.calls.sort((a, b) => firstSeq(a) - firstSeq(b));
		this.#messages = [];
		this.#taken = [];
		other.calls = [];
		other.#messages = [];
	}
}

/** When a call began. */
export function firstSeq(call: Call | undefined): number {
	return call?.messages[0]?.entry.seq ?? Infinity;
}
