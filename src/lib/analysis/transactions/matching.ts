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
 * The transaction of that method that a message belongs to (RFC 3261 §17.1.3, §17.2.3): by Call-ID,
 * CSeq number, side, connection and branch. The same branch on another connection is another one.
 */
export function findTransaction(
	message: SeenMessage,
	method: string,
	thread: Thread
): LinkedTransaction | undefined {
	const { branch, cseq } = message.head;
	const side = sideOf(message);
	let transaction = thread.transactions.get(cseq);
	for (let left = LOOK_BACK; transaction && left > 0; left--) {
		if (
			transaction.branch === branch &&
			transaction.method === method &&
			transaction.side === side &&
			transaction.connection === message.connection &&
			(message.connection !== undefined || transaction.userAgent === message.userAgent) &&
			(branch.startsWith(MAGIC_COOKIE) || isSameRequest(message, transaction))
		) {
			return transaction;
		}
		transaction = transaction.before;
	}
	return undefined;
}

/**
 * The same where the branch does not tell, be it that the peer garbled it, or that an ACK of a 2xx has
 * its own; or the connection does not, as that of the request is lost: the latest at the user agent.
 */
export function findAtUserAgent(
	message: SeenMessage,
	method: string,
	thread: Thread
): LinkedTransaction | undefined {
	const side = sideOf(message);
	let transaction = thread.transactions.get(message.head.cseq);
	for (let left = LOOK_BACK; transaction && left > 0; left--) {
		if (
			transaction.method === method &&
			transaction.side === side &&
			transaction.userAgent === message.userAgent
		) {
			return transaction;
		}
		transaction = transaction.before;
	}
	return undefined;
}

export function sideOf({ entry, head }: SeenMessage): Transaction['side'] {
	return (entry.direction === 'sent') === (head.kind === 'request') ? 'client' : 'server';
}

/** Without the cookie, requests are the same if these are (RFC 3261 §17.2.3, for RFC 2543's sake). */
function isSameRequest({ head }: SeenMessage, { request, method }: Transaction): boolean {
	if (head.kind !== 'request' || head.method !== method || request === undefined) return true;
	const { uri, fromTag, toTag } = request.head;
	return head.uri === uri && head.fromTag === fromTag && head.toTag === toTag;
}
