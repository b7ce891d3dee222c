import type { ChangeLog } from '../changes.ts';
import type { Call } from './call.ts';
import type { Conversation } from './conversation.ts';
import type { SeenMessage } from '../seen-message.ts';

/** Joins the legs of one conversation, whenever it turns out that they belong together. */
export class Conversations {
	/** In the order of their first messages. */
	readonly list: Conversation[] = [];
	/** A call that bears the mark; its conversation is the one of all that bear it. */
	readonly #bearers = new Map<string, Call>();
	readonly #changes: ChangeLog;

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** The conversation that a new call is in, by the first message's marks; a new one if need be. */
	of(message: SeenMessage, callId: string): Conversation {
		for (const mark of [`call ${callId}`, ...marksOf(message)]) {
			const bearer = this.#bearers.get(mark);
			if (bearer) return bearer.conversation;
		}
		const startedAt = message.entry.at;
		const conversation = { revision: 0, id: callId, calls: [], messages: [], startedAt };
		this.list.push(conversation);
		return conversation;
	}

	/** Enters a new call in its conversation. */
	enter(call: Call): void {
		call.conversation.calls.push(call);
		this.#mark(call, `call ${call.callId}`);
	}

	/** Adds a call's message, and learns from it which other calls the call belongs with. */
	add(call: Call, message: SeenMessage): void {
		for (const mark of marksOf(message)) this.#mark(call, mark);
		call.conversation.messages.push(message);
	}

	#mark(call: Call, mark: string): void {
		const bearer = this.#bearers.get(mark);
		if (bearer === undefined) this.#bearers.set(mark, call);
		else if (bearer.conversation !== call.conversation) {
			this.#join(bearer.conversation, call.conversation);
		}
	}

	#join(one: Conversation, other: Conversation): void {
		const [first, second] = [one, other].sort((a, b) => firstSeq(a) - firstSeq(b));
		if (first === undefined || second === undefined) return;
		for (const call of second.calls) {
			call.conversation = first;
			this.#changes.call(call);
		}
		first.calls = [...first.calls, ...second.calls].sort((a, b) => firstSeq(a) - firstSeq(b));
		second.calls = [];
		first.messages = [...first.messages, ...second.messages].sort(
			(a, b) => a.entry.seq - b.entry.seq
		);
		this.list.splice(this.list.lastIndexOf(second), 1);
	}
}

/** What only messages of one conversation have in common. */
function marksOf({ content }: SeenMessage): string[] {
	const marks: string[] = [];
	if (content?.sessionId) marks.push(`session ${content.sessionId}`);
	if (content?.command?.sid) marks.push(`sid ${content.command.sid}`);
	return marks;
}

function firstSeq({ messages }: { messages: readonly SeenMessage[] }): number {
	return messages[0]?.entry.seq ?? Infinity;
}
