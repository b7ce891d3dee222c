import type { ChangeLog } from '../changes.ts';
import { NONE } from '../few.ts';
import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';
import { sideOf } from '../side.ts';
import type { Thread } from '../thread.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { Dialog } from './dialog.ts';
import { beginWith, end, follow } from './dialog-progress.ts';

/** Methods that make a dialog when they are answered (RFC 3261 §12.1, RFC 6665 §4, RFC 3515 §2.4.4). */
const CREATORS: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER']);

/** Methods that, in a request with a To tag, prove a dialog whose beginning was not seen. */
const PROOFS: ReadonlySet<string> = new Set([
	...CREATORS,
	'BYE',
	'UPDATE',
	'PRACK',
	'INFO',
	// It may also come before the 2xx to its SUBSCRIBE (RFC 6665 §4.4.1).
	'NOTIFY'
]);

/** Finds the dialog of each message, and what becomes of it. */
export class Dialogs {
	/** In the order in which they began. */
	readonly list: Dialog[] = [];
	readonly #changes: ChangeLog;
	/** By the transaction that made them, while it has no final response. */
	readonly #early = new Map<Transaction, Dialog[]>();

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** Sets `dialog` of a message that is the latest seen and whose transaction is known. */
	take(message: SeenMessage, thread: Thread): void {
		const { kind, method } = message.head;
		if (kind === 'unreadable' || method === 'REGISTER') return;
		const dialog =
			kind === 'request' ? this.#ofRequest(message, thread) : this.#ofResponse(message, thread);
		if (dialog === undefined) return;
		message.dialog = dialog;
		this.#changes.dialog(dialog);
		if (!message.retransmissionOf && !message.entry.undelivered) follow(dialog, message);
	}

	#ofRequest(message: SeenMessage, thread: Thread): Dialog | undefined {
		const { method } = message.head;
		const known = thread.dialogs.find(message);
		if (known) return known;
		if (!PROOFS.has(method)) return thread.dialogs.findRetagged(message);
		if (message.head.toTag === '') {
			if (method === 'SUBSCRIBE' || method === 'REFER') thread.asking = message.transaction;
			return undefined;
		}
		return (
			thread.dialogs.findRetagged(message) ??
			this.#begin(message, thread, notifiedOf(message, thread))
		);
	}

	#ofResponse(message: SeenMessage, thread: Thread): Dialog | undefined {
		const { transaction, head } = message;
		const request = transaction?.request;
		if (request?.dialog) return request.dialog;
		// The SDK puts a tag in it, which says nothing (RFC 3261 §8.2.6.2).
		if (head.status === 100) return undefined;
		const known = thread.dialogs.find(message);
		if (transaction === undefined || !CREATORS.has(head.method)) return known;
		if (head.status >= 300) this.#refuse(message, transaction);
		else if (head.status >= 200) this.#early.delete(transaction);
		// Without a tag, a provisional response says that someone is there, but not yet who.
		const begins = head.status >= 200 ? head.status < 300 : head.toTag !== '';
		return known ?? (begins ? this.#begin(message, thread, transaction) : undefined);
	}

	/** Nothing comes of what provisional responses began. */
	#refuse(response: SeenMessage, transaction: Transaction): void {
		for (const dialog of this.#early.get(transaction) ?? []) {
			if (dialog.confirmedAt !== undefined) continue;
			end(dialog, 'refused', response);
			this.#changes.dialog(dialog);
		}
		this.#early.delete(transaction);
	}

	#earlyOf(transaction: Transaction): Dialog[] {
		const dialogs = this.#early.get(transaction) ?? [];
		this.#early.set(transaction, dialogs);
		return dialogs;
	}

	#begin(message: SeenMessage, thread: Thread, createdBy: Transaction | undefined): Dialog {
		const { head, userAgent, entry } = message;
		const request = createdBy?.request;
		const asksFirst = request ?? (head.kind === 'request' ? message : undefined);
		const fromLocal = (entry.direction === 'sent') === (head.kind === 'request');
		const dialog: Dialog = {
			revision: 0,
			id: String(this.list.length),
			callId: thread.callId,
			userAgent,
			call: undefined,
			localTag: ownString(fromLocal ? head.fromTag : head.toTag),
			remoteTag: ownString(fromLocal ? head.toTag : head.fromTag),
			createdBy,
			creator: request && sideOf(request),
			startedAt: (asksFirst ?? message).entry.at,
			confirmedAt: undefined,
			ack: undefined,
			hasSession: false,
			bye: undefined,
			subscriptions: NONE,
			localContact: '',
			remoteContact: '',
			retargetings: NONE,
			localCSeq: -1,
			remoteCSeq: -1,
			outOfOrder: NONE,
			end: undefined
		};
		thread.dialogs.add(dialog);
		this.list.push(dialog);
		if (createdBy && createdBy.final === undefined) this.#earlyOf(createdBy).push(dialog);
		if (request) beginWith(dialog, request);
		return dialog;
	}
}

/** Of a NOTIFY that is faster than the 2xx, what it tells of. */
function notifiedOf({ head, entry }: SeenMessage, { asking }: Thread): Transaction | undefined {
	const request = asking?.request;
	if (head.method !== 'NOTIFY' || request === undefined) return undefined;
	const answers = request.head.fromTag === head.toTag;
	return answers && request.entry.direction !== entry.direction ? asking : undefined;
}
