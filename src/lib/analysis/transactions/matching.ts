import type { SeenMessage } from '../seen-message.ts';
import type { Thread } from '../thread.ts';
import type { LinkedTransaction } from './linked-transaction.ts';
import type { Transaction } from './transaction.ts';

/**
 * As many of those that could match are looked at, the latest first: an endless repetition, such as a
 * broken peer may send, must not cost ever more.
 */
export const LOOK_BACK = 16;

/** With it begins every branch that is unique by itself (RFC 3261 §8.1.1.7). */
const MAGIC_COOKIE = 'z9hG4bK';

/**
 * The transaction that a request is part of, as it repeats the one that began it (RFC 3261 §17.2.3): by
 * Call-ID, CSeq, side, connection and branch. The same branch on another connection is another one.
 */
export function findRequested(message: SeenMessage, thread: Thread): LinkedTransaction | undefined {
	const { method, cseq } = message.head;
	const side = sideOf(message);
	let transaction = thread.transactions.get(cseq);
	for (let left = LOOK_BACK; transaction && left > 0; left--) {
		if (
			isAt(transaction, message, method, side) &&
			transaction.branch === message.head.branch &&
			isSameRequest(message, transaction)
		) {
			return transaction;
		}
		transaction = transaction.before;
	}
	return undefined;
}

/**
 * The transaction of that method that a response, ACK or CANCEL refers to (RFC 3261 §17.1.3, §9.2): by
 * the same. Where the branch does not tell, be it that a peer garbled it, or that an ACK of a 2xx has
 * its own, or the connection does not, as that of the request is lost, it is the latest of all at the
 * user agent.
 */
export function findAnswered(
	message: SeenMessage,
	method: string,
	thread: Thread
): LinkedTransaction | undefined {
	const side = sideOf(message);
	let transaction = thread.transactions.get(message.head.cseq);
	let likely: LinkedTransaction | undefined;
	for (let left = LOOK_BACK; transaction && left > 0; left--) {
		if (isAt(transaction, message, method, side)) {
			// Nothing else could be meant: then the branch need not be looked at.
			if (transaction.before === undefined && likely === undefined) return transaction;
			if (transaction.branch === message.head.branch) return transaction;
			likely ??= transaction;
		} else if (
			transaction.method === method &&
			transaction.side === side &&
			transaction.userAgent === message.userAgent
		) {
			likely ??= transaction;
		}
		transaction = transaction.before;
	}
	return likely;
}

export function sideOf({ entry, head }: SeenMessage): Transaction['side'] {
	return (entry.direction === 'sent') === (head.kind === 'request') ? 'client' : 'server';
}

function isAt(
	transaction: LinkedTransaction,
	{ connection, userAgent }: SeenMessage,
	method: string,
	side: Transaction['side']
): boolean {
	return (
		transaction.method === method &&
		transaction.side === side &&
		transaction.connection === connection &&
		(connection !== undefined || transaction.userAgent === userAgent)
	);
}

/** Without the cookie, requests are the same if these are (RFC 3261 §17.2.3, for RFC 2543's sake). */
function isSameRequest({ head }: SeenMessage, { branch, request }: Transaction): boolean {
	if (branch.startsWith(MAGIC_COOKIE) || request === undefined) return true;
	const { uri, fromTag, toTag } = request.head;
	return head.uri === uri && head.fromTag === fromTag && head.toTag === toTag;
}
