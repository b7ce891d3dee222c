import type { Entry } from '../../trace/entry.ts';
import type { ChangeLog } from '../changes.ts';
import type { Call } from './call.ts';
import { CallProgress } from './call-progress.ts';
import type { Conversations } from './conversations.ts';
import { partyOf } from './party.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';

/** Methods that there are in calls only (RFC 3261, 3262, 3311), so that they prove one. */
const CALL_METHODS = new Set(['INVITE', 'ACK', 'BYE', 'CANCEL', 'PRACK', 'UPDATE']);

/** Finds the call of each message, and what becomes of it. */
export class Calls {
	/** In the order of their first messages. */
	readonly list: Call[] = [];
	readonly #conversations: Conversations;
	readonly #changes: ChangeLog;
	readonly #progress = new Map<Call, CallProgress>();
	readonly #byCallId = new Map<string, Call>();
	/** RingCentral's agent talks of a call outside of its Call-ID, by SID. */
	readonly #bySid = new Map<string, Call>();
	readonly #idsTaken = new Set<string>();
	/** Marks of calls that no message has shown yet: ICE gathers before the INVITE is sent. */
	readonly #early = new Map<string, Entry[]>();

	constructor(conversations: Conversations, changes: ChangeLog) {
		this.#conversations = conversations;
		this.#changes = changes;
	}

	/** Sets `call` of a message that is the latest seen and whose transaction is known. */
	take(message: SeenMessage): void {
		const call = this.#find(message) ?? this.#begin(message);
		if (call === undefined) return;
		message.call = call;
		call.messages.push(message);
		const { dialog } = message;
		if (dialog && dialog.call === undefined) {
			dialog.call = call;
			call.dialogs.push(dialog);
		}
		const sid = message.content?.command?.sid;
		if (sid) this.#bySid.set(key(call.userAgent, sid), call);
		this.#conversations.add(call, message);
		this.#progress.get(call)?.take(message);
		this.#changes.call(call);
	}

	/** Takes an entry other than a message that tells of a call. */
	mark(entry: Entry, userAgent: UserAgent | undefined, callId: string): void {
		if (userAgent === undefined) return;
		const place = key(userAgent, callId);
		const call = this.#byCallId.get(place);
		const marks = call?.marks ?? this.#early.get(place);
		if (marks) marks.push(entry);
		else this.#early.set(place, [entry]);
		if (call) this.#changes.call(call);
	}

	#find({ head, content, transaction, userAgent }: SeenMessage): Call | undefined {
		return (
			transaction?.request?.call ??
			(head.callId === '' ? undefined : this.#byCallId.get(key(userAgent, head.callId))) ??
			(content?.command?.sid ? this.#bySid.get(key(userAgent, content.command.sid)) : undefined)
		);
	}

	#begin(message: SeenMessage): Call | undefined {
		const { head, entry, content, userAgent } = message;
		const { callId } = head;
		if (callId === '' || !CALL_METHODS.has(head.method)) return undefined;
		const place = key(userAgent, callId);
		const call: Call = {
			revision: 0,
			id: this.#idsTaken.has(callId) ? `${callId};${userAgent.id}` : callId,
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
			marks: this.#early.get(place) ?? [],
			state: 'calling',
			startedAt: entry.at,
			holds: 0,
			conversation: this.#conversations.of(message, callId)
		};
		this.#idsTaken.add(callId);
		this.#early.delete(place);
		this.#byCallId.set(place, call);
		this.#progress.set(call, new CallProgress(call));
		this.list.push(call);
		this.#conversations.enter(call);
		return call;
	}
}

function key(userAgent: UserAgent, id: string): string {
	return `${userAgent.id} ${id}`;
}

function directionOf({ head, entry }: SeenMessage): Call['direction'] {
	if (head.kind !== 'request' || head.method !== 'INVITE' || head.toTag !== '') return 'unknown';
	return entry.direction === 'sent' ? 'outbound' : 'inbound';
}
