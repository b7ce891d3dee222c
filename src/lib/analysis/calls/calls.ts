import type { Entry } from '../../trace/entry.ts';
import type { ChangeLog } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Thread, Threads } from '../thread.ts';
import type { UserAgent } from '../user-agent.ts';
import { AgentTalk } from './agent-talk.ts';
import type { Call } from './call.ts';
import { CallProgress } from './call-progress.ts';
import type { Conversations } from './conversations.ts';
import { partyOf } from './party.ts';
import { Replacements } from './replacements.ts';

/** Methods that there are in calls only (RFC 3261, 3262, 3311), so that they prove one. */
const CALL_METHODS: ReadonlySet<string> = new Set([
	'INVITE',
	'ACK',
	'BYE',
	'CANCEL',
	'PRACK',
	'UPDATE'
]);

/** Finds the call of each message, and what becomes of it. */
export class Calls {
	/** In the order of their first messages. */
	readonly list: Call[] = [];
	readonly #threads: Threads;
	readonly #conversations: Conversations;
	readonly #changes: ChangeLog;
	readonly #agentTalk = new AgentTalk();
	readonly #replacements: Replacements;

	constructor(threads: Threads, conversations: Conversations, changes: ChangeLog) {
		this.#threads = threads;
		this.#conversations = conversations;
		this.#changes = changes;
		this.#replacements = new Replacements(threads, conversations, changes);
	}

	/** Sets `call` of a message that is the latest seen and whose transaction and dialog are known. */
	take(message: SeenMessage, thread: Thread): void {
		const progress = this.#find(message, thread) ?? this.#begin(message, thread);
		if (progress === undefined) return;
		const { call } = progress;
		message.call = call;
		call.messages.push(message);
		const { dialog } = message;
		if (dialog && dialog.call === undefined) {
			dialog.call = call;
			call.dialogs.push(dialog);
		}
		this.#agentTalk.note(message, progress);
		this.#conversations.learn(call, message);
		progress.take(message);
		this.#replacements.take(message, call);
		this.#changes.call(call);
	}

	/** Takes an entry other than a message that tells of a call. */
	mark(entry: Entry, userAgent: UserAgent | undefined, callId: string): void {
		if (userAgent === undefined) return;
		const thread = this.#threads.of(callId);
		thread.marksOf(userAgent).push(entry);
		const call = thread.callOf(userAgent)?.call;
		if (call) this.#changes.call(call);
	}

	#find(message: SeenMessage, thread: Thread): CallProgress | undefined {
		const known = thread.callOf(message.userAgent);
		if (known) return known;
		const { request } = message.transaction ?? {};
		if (request === message) return this.#agentTalk.callOf(message);
		return request?.call && this.#threads.find(request.call.callId)?.callOf(request.call.userAgent);
	}

	#begin(message: SeenMessage, thread: Thread): CallProgress | undefined {
		const { head, entry, content, userAgent } = message;
		const { callId } = head;
		if (callId === '' || !CALL_METHODS.has(head.method)) return undefined;
		const call: Call = {
			revision: 0,
			id: thread.calls.length > 0 ? `${callId};${userAgent.id}` : callId,
			callId,
			userAgent,
			phone: entry.phone,
			instance: entry.instance ?? userAgent.instance,
			connection: entry.connection,
			direction: directionOf(message),
			from: partyOf(head.from, content?.command),
			to: partyOf(head.to),
			messages: [],
			dialogs: [],
			marks: thread.marksOf(userAgent),
			state: 'calling',
			outcome: undefined,
			startedAt: entry.at,
			ringingAt: undefined,
			answeredAt: undefined,
			endedAt: undefined,
			failure: undefined,
			endedBy: undefined,
			endReason: undefined,
			heldBy: undefined,
			holds: 0,
			recording: false,
			recorded: false,
			parkedAt: undefined,
			flippedTo: undefined,
			forwardedTo: undefined,
			replaces: undefined,
			replacedBy: undefined,
			handedOverBy: undefined,
			conversation: this.#conversations.of(message, thread)
		};
		const progress = new CallProgress(call);
		thread.calls.push(progress);
		this.list.push(call);
		this.#conversations.enter(call);
		return progress;
	}
}

function directionOf({ head, entry }: SeenMessage): Call['direction'] {
	if (head.kind !== 'request' || head.method !== 'INVITE' || head.toTag !== '') return 'unknown';
	return entry.direction === 'sent' ? 'outbound' : 'inbound';
}
