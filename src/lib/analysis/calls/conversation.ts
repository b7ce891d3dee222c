import type { Instant } from '../../trace/instant.ts';
import type { Subject } from '../changes.ts';
import { appended, NONE } from '../few.ts';
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
	calls: readonly Call[] = NONE;
	#merged: MergedMessages | undefined = undefined;

	constructor(id: string, startedAt: Instant) {
		this.id = id;
		this.startedAt = startedAt;
	}

	get messages(): readonly SeenMessage[] {
		const [first, ...others] = this.calls;
		if (first && others.length === 0) return first.messages;
		return (this.#merged ??= new MergedMessages()).of(this.calls);
	}

	enter(call: Call): void {
		this.calls = appended(this.calls, call);
		this.#merged = undefined;
	}

	/** Takes the calls of a conversation that turned out to be part of this one. */
	absorb(other: GrowingConversation): void {
		const later = firstSeq(other.calls[0]) > firstSeq(this.calls.at(-1));
		for (const call of other.calls) {
			call.conversation = this;
			this.enter(call);
		}
		if (!later) this.calls = this.calls.toSorted((a, b) => firstSeq(a) - firstSeq(b));
		other.calls = NONE;
		other.#merged = undefined;
	}
}

/** Messages of several calls in one order, which grows as they do. */
class MergedMessages {
	readonly #list: SeenMessage[] = [];
	/** By call, how many of its messages are in it. */
	#taken: number[] = [];

	of(calls: readonly Call[]): readonly SeenMessage[] {
		// What is new is later than all that is there.
		const fresh = calls.flatMap((call, at) => call.messages.slice(this.#taken[at] ?? 0));
		for (const message of fresh.sort(bySeq)) this.#list.push(message);
		this.#taken = calls.map((call) => call.messages.length);
		return this.#list;
	}
}

function bySeq(a: SeenMessage, b: SeenMessage): number {
	return a.entry.seq - b.entry.seq;
}

/** When a call began. */
export function firstSeq(call: Call | undefined): number {
	return call?.messages[0]?.entry.seq ?? Infinity;
}
