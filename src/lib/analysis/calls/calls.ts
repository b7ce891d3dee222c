import type { Entry } from '../../trace/entry.ts';
import type { ChangeLog } from '../changes.ts';
import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Thread, Threads } from '../thread.ts';
import type { UserAgent } from '../user-agent.ts';
import { AgentTalk } from './agent-talk.ts';
import type { Call } from './call.ts';
import { CallProgress } from './call-progress.ts';
import type { Conversations } from './conversations.ts';
import { Replacements } from './replacements.ts';
import { Retrievals } from './retrievals.ts';
import { SeenCall } from './seen-call.ts';

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
	readonly #retrievals: Retrievals;

	constructor(threads: Threads, conversations: Conversations, changes: ChangeLog) {
		this.#threads = threads;
		this.#conversations = conversations;
		this.#changes = changes;
		this.#replacements = new Replacements(threads, conversations, changes);
		this.#retrievals = new Retrievals(conversations, changes);
	}

	/** Sets `call` of a message that is the latest seen and whose transaction and dialog are known. */
	take(message: SeenMessage, thread: Thread): void {
		const progress = this.#find(message, thread) ?? this.#begin(message, thread);
		if (progress === undefined) return;
		const { call } = progress;
		const { dialog } = message;
		message.call = call;
		call.messages.push(message);
		if (dialog && dialog.call === undefined) call.adopt(dialog);
		this.#identify(message, progress);
		progress.take(message);
		this.#replacements.take(message, call);
		this.#retrievals.take(message, call);
		this.#changes.call(call);
	}

	/** Takes an entry other than a message that tells of a call. */
	mark(entry: Entry, userAgent: UserAgent | undefined, callId: string): void {
		if (userAgent === undefined) return;
		const thread = this.#threads.of(callId);
		thread.mark(entry, userAgent);
		const call = thread.callOf(userAgent)?.call;
		if (call) this.#changes.call(call);
	}

	#find(message: SeenMessage, thread: Thread): CallProgress | undefined {
		const known = thread.callOf(message.userAgent);
		if (known) return known;
		const request = message.transaction?.request;
		if (request === message) return this.#agentTalk.callOf(message);
		const call = request?.call;
		return call && this.#threads.find(call.callId)?.callOf(call.userAgent);
	}

	#begin(message: SeenMessage, thread: Thread): CallProgress | undefined {
		const { head, userAgent } = message;
		const { callId } = thread;
		if (callId === '' || !CALL_METHODS.has(head.method)) return undefined;
		const id = thread.calls.length > 0 ? `${callId};${userAgent.id}` : callId;
		const conversation = this.#conversations.of(message, thread);
		const call = new SeenCall(id, callId, message, thread.earlyMarksOf(userAgent), conversation);
		const progress = new CallProgress(call);
		thread.begin(progress);
		this.list.push(call);
		this.#conversations.enter(call);
		return progress;
	}

	/** Learns RingCentral's names for a call, by which others are found to belong with it. */
	#identify(message: SeenMessage, progress: CallProgress): void {
		const { call } = progress;
		if (call.sessionId === undefined && mayTellSession(message)) {
			const { sessionId } = message.content ?? {};
			call.sessionId = sessionId && ownString(sessionId);
			if (call.sessionId) {
				call.identifiedBy = message;
				this.#conversations.ofSession(call, call.sessionId);
			}
		}
		if (call.sid === undefined && mayTellSid(message)) {
			const { sid } = message.content?.command ?? {};
			if (!sid) return;
			call.sid = ownString(sid);
			this.#agentTalk.learn(call.sid, progress, message);
			this.#conversations.ofSid(call, call.sid);
		}
	}
}

/** `p-rc-api-ids` is on the edge's INVITEs, and on its answers that begin a dialog. */
function mayTellSession({ head, entry }: SeenMessage): boolean {
	if (head.method !== 'INVITE' || (entry.direction === 'sent' && entry.phone !== undefined)) {
		return false;
	}
	return head.kind === 'request' || (head.status > 100 && head.status < 300);
}

/** P-rc is on the INVITE that rings a phone; MESSAGEs hold the same. */
function mayTellSid({ head, entry }: SeenMessage): boolean {
	if (head.kind !== 'request') return false;
	return head.method === 'MESSAGE' || (head.method === 'INVITE' && entry.direction === 'received');
}
