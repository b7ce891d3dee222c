import type { ChangeLog } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Thread } from '../thread.ts';
import type { Call } from './call.ts';
import { type Conversation, firstSeq, GrowingConversation } from './conversation.ts';

/** Joins the legs of one conversation, whenever it turns out that they belong together. */
export class Conversations {
	/** In the order of their first messages. */
	readonly list: Conversation[] = [];
	/** By what all calls of a conversation bear, one that does. */
	readonly #bySession = new Map<string, Call>();
	readonly #bySid = new Map<string, Call>();
	readonly #changes: ChangeLog;

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** The conversation that a new call is in, by its first message; a new one if need be. */
	of(first: SeenMessage, thread: Thread): Conversation {
		const bearer = thread.calls[0]?.call ?? this.#bearerOf(first);
		if (bearer) return bearer.conversation;
		const conversation = new GrowingConversation(thread.callId, first.entry.at);
		this.list.push(conversation);
		return conversation;
	}

	/** Enters a new call in its conversation. */
	enter(call: Call): void {
		growing(call).enter(call);
	}

	/** A call turns out to be of a session of RingCentral's. */
	ofSession(call: Call, sessionId: string): void {
		this.#mark(call, this.#bySession, sessionId);
	}

	ofSid(call: Call, sid: string): void {
		this.#mark(call, this.#bySid, sid);
	}

	/** Makes one conversation of those that two calls are in. */
	join(one: Call, other: Call): void {
		let [first, second] = [growing(one), growing(other)];
		if (first === second) return;
		if (firstSeq(second.calls[0]) < firstSeq(first.calls[0])) [first, second] = [second, first];
		const { calls } = second;
		first.absorb(second);
		for (const call of calls) this.#changes.call(call);
		this.list.splice(this.list.lastIndexOf(second), 1);
	}

	#bearerOf({ head, content }: SeenMessage): Call | undefined {
		if (head.kind !== 'request' || content === undefined) return undefined;
		const { sessionId, command } = content;
		const ofSession = sessionId === undefined ? undefined : this.#bySession.get(sessionId);
		return ofSession ?? (command?.sid ? this.#bySid.get(command.sid) : undefined);
	}

	#mark(call: Call, bearers: Map<string, Call>, mark: string): void {
		const bearer = bearers.get(mark);
		if (bearer === undefined) bearers.set(mark, call);
		else if (bearer !== call) this.join(bearer, call);
	}
}

/** All conversations are made here. */
function growing({ conversation }: Call): GrowingConversation {
	return conversation as GrowingConversation;
}
