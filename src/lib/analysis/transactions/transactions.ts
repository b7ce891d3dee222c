import type { ChangeLog } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Thread } from '../thread.ts';
import { textOf } from '../entry-text.ts';
import { hasCredentials, isChallenge } from './authentication.ts';
import { Challenges } from './challenges.ts';
import type { LinkedTransaction } from './linked-transaction.ts';
import { findAtUserAgent, findTransaction, LOOK_BACK, sideOf } from './matching.ts';
import type { Transaction } from './transaction.ts';

/** Finds the transaction of each message, and what messages add to it. */
export class Transactions {
	/** In the order of their first messages. */
	readonly list: Transaction[] = [];
	readonly #changes: ChangeLog;
	readonly #challenges: Challenges;

	constructor(changes: ChangeLog) {
		this.#changes = changes;
		this.#challenges = new Challenges(changes);
	}

	/** Sets `transaction` and `retransmissionOf` of a message that is the latest seen. */
	take(message: SeenMessage, thread: Thread): void {
		const { kind, method } = message.head;
		if (kind === 'unreadable') return;
		if (kind === 'response') this.#respond(message, thread);
		else if (method === 'ACK') this.#acknowledge(message, thread);
		else this.#request(message, thread);
		const { transaction } = message;
		if (transaction === undefined) return;
		if (message.retransmissionOf) repeat(transaction, message);
		this.#changes.transaction(transaction);
	}

	#request(message: SeenMessage, thread: Thread): void {
		const { method } = message.head;
		const known = findTransaction(message, method, thread);
		const isNew = known === undefined || repeatsWithCredentials(message, known);
		const transaction = isNew ? this.#begin(message, thread) : known;
		message.transaction = transaction;
		if (transaction.request) {
			message.retransmissionOf = transaction.request;
			return;
		}
		transaction.request = message;
		if (method === 'CANCEL') this.#cancel(transaction, message, thread);
		this.#challenges.answer(transaction, message, thread);
	}

	/** A CANCEL has the branch and the CSeq number of what it is to end (RFC 3261 §9.1). */
	#cancel(cancel: Transaction, message: SeenMessage, thread: Thread): void {
		const invite = findInvite(message, thread);
		if (invite === undefined) return;
		cancel.cancels = invite;
		invite.cancelledBy ??= cancel;
		this.#changes.transaction(invite);
	}

	/** The ACK of a 2xx should have a branch of its own; the SDK's has the INVITE's. */
	#acknowledge(message: SeenMessage, thread: Thread): void {
		const invite = findInvite(message, thread);
		if (invite === undefined) return;
		message.transaction = invite;
		message.retransmissionOf = lastOf(invite.acks, ({ head }) => {
			return head.toTag === message.head.toTag;
		});
		if (message.retransmissionOf === undefined) invite.acks.push(message);
	}

	#respond(message: SeenMessage, thread: Thread): void {
		const { method, status } = message.head;
		const transaction =
			findTransaction(message, method, thread) ??
			findAtUserAgent(message, method, thread) ??
			this.#begin(message, thread);
		message.transaction = transaction;
		message.retransmissionOf = lastOf(transaction.responses, (earlier) =>
			repeats(message, earlier)
		);
		if (message.retransmissionOf) return;
		transaction.responses.push(message);
		if (status < 200 || transaction.final) return;
		transaction.final = message;
		if (isChallenge(message)) this.#challenges.take(transaction, thread);
	}

	#begin(message: SeenMessage, thread: Thread): LinkedTransaction {
		const { method, branch, cseq } = message.head;
		const transaction: LinkedTransaction = {
			revision: 0,
			id: String(this.list.length),
			method,
			side: sideOf(message),
			branch,
			cseq,
			userAgent: message.userAgent,
			connection: message.connection,
			request: undefined,
			responses: [],
			final: undefined,
			acks: method === 'INVITE' ? [] : NONE,
			retransmissions: NONE,
			challengedBy: undefined,
			retriedBy: undefined,
			cancels: undefined,
			cancelledBy: undefined,
			before: thread.transactions.get(cseq)
		};
		this.list.push(transaction);
		thread.transactions.set(cseq, transaction);
		return transaction;
	}
}

/** Shared by all transactions that never get any. */
const NONE: SeenMessage[] = [];

function repeat(transaction: Transaction, message: SeenMessage): void {
	if (transaction.retransmissions === NONE) transaction.retransmissions = [message];
	else transaction.retransmissions.push(message);
}

function findInvite(message: SeenMessage, thread: Thread): LinkedTransaction | undefined {
	return findTransaction(message, 'INVITE', thread) ?? findAtUserAgent(message, 'INVITE', thread);
}

/** A peer that answers a challenge should count on, and take another branch; some do neither. */
function repeatsWithCredentials(message: SeenMessage, { request, final }: Transaction): boolean {
	if (request === undefined || final === undefined || !isChallenge(final)) return false;
	return hasCredentials(message) && textOf(message.entry) !== textOf(request.entry);
}

/** A fork's answers have the same status and another To tag. Provisional ones may come again on purpose. */
function repeats({ head, entry }: SeenMessage, earlier: SeenMessage): boolean {
	const { status, toTag } = head;
	if (earlier.head.status !== status || earlier.head.toTag !== toTag) return false;
	return status >= 200 || textOf(entry) === textOf(earlier.entry);
}

function lastOf(
	messages: readonly SeenMessage[],
	isMeant: (message: SeenMessage) => boolean
): SeenMessage | undefined {
	const oldest = Math.max(0, messages.length - LOOK_BACK);
	for (let at = messages.length - 1; at >= oldest; at--) {
		const message = messages[at];
		if (message && isMeant(message)) return message;
	}
	return undefined;
}
