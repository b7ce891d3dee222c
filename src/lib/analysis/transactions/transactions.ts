import type { ChangeLog } from '../changes.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Thread } from '../thread.ts';
import { hasCredentials, isChallenge } from './authentication.ts';
import { Challenges } from './challenges.ts';
import { LinkedTransaction } from './linked-transaction.ts';
import { findAnswered, findRequested, LOOK_BACK, sideOf } from './matching.ts';
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
		let transaction: LinkedTransaction | undefined;
		if (kind === 'response') transaction = this.#respond(message, thread);
		else if (method === 'ACK') transaction = acknowledge(message, thread);
		else transaction = this.#request(message, thread);
		if (transaction === undefined) return;
		if (message.retransmissionOf) transaction.repeat(message);
		this.#changes.transaction(transaction);
	}

	#request(message: SeenMessage, thread: Thread): LinkedTransaction {
		const { method } = message.head;
		const known = findRequested(message, thread);
		const isNew = known === undefined || repeatsWithCredentials(message, known);
		const transaction = isNew ? this.#begin(message, thread) : known;
		message.transaction = transaction;
		if (transaction.request) {
			message.retransmissionOf = transaction.request;
			return transaction;
		}
		transaction.request = message;
		if (method === 'CANCEL') this.#cancel(transaction, message, thread);
		this.#challenges.answer(transaction, message, thread);
		return transaction;
	}

	/** A CANCEL has the branch and the CSeq number of what it is to end (RFC 3261 §9.1). */
	#cancel(cancel: Transaction, message: SeenMessage, thread: Thread): void {
		const invite = findAnswered(message, 'INVITE', thread);
		if (invite === undefined) return;
		cancel.cancels = invite;
		invite.cancelledBy ??= cancel;
		this.#changes.transaction(invite);
	}

	#respond(message: SeenMessage, thread: Thread): LinkedTransaction {
		const transaction =
			findAnswered(message, message.head.method, thread) ?? this.#begin(message, thread);
		message.transaction = transaction;
		message.retransmissionOf = lastOf(transaction.responses, message, isSameAnswer);
		if (message.retransmissionOf) return transaction;
		transaction.respond(message);
		if (transaction.final === message && isChallenge(message)) {
			this.#challenges.take(transaction, thread);
		}
		return transaction;
	}

	#begin(message: SeenMessage, thread: Thread): LinkedTransaction {
		const { transactions } = thread;
		const before = transactions.get(message.head.cseq);
		const index = this.list.length;
		const transaction = new LinkedTransaction(index, message, sideOf(message), before);
		this.list.push(transaction);
		transactions.set(transaction);
		return transaction;
	}
}

/** The ACK of a 2xx should have a branch of its own; the SDK's has the INVITE's. */
function acknowledge(message: SeenMessage, thread: Thread): LinkedTransaction | undefined {
	const invite = findAnswered(message, 'INVITE', thread);
	if (invite === undefined) return undefined;
	message.transaction = invite;
	message.retransmissionOf = lastOf(invite.acks, message, isSameAck);
	if (message.retransmissionOf === undefined) invite.acknowledge(message);
	return invite;
}

/** A peer that answers a challenge should count on, and take another branch; some do neither. */
function repeatsWithCredentials(message: SeenMessage, { request, final }: Transaction): boolean {
	if (request === undefined || final === undefined || !isChallenge(final)) return false;
	return hasCredentials(message) && textOf(message.entry) !== textOf(request.entry);
}

/** A fork's answers have the same status and another To tag. Provisional ones may come again on purpose. */
function isSameAnswer(one: SeenMessage, other: SeenMessage): boolean {
	const { status } = one.head;
	if (other.head.status !== status || other.head.toTag !== one.head.toTag) return false;
	return status >= 200 || textOf(one.entry) === textOf(other.entry);
}

function isSameAck({ head }: SeenMessage, other: SeenMessage): boolean {
	return other.head.toTag === head.toTag;
}

/** The latest that is the same as a message. */
function lastOf(
	messages: readonly SeenMessage[],
	message: SeenMessage,
	isSame: (one: SeenMessage, other: SeenMessage) => boolean
): SeenMessage | undefined {
	const oldest = Math.max(0, messages.length - LOOK_BACK);
	for (let at = messages.length - 1; at >= oldest; at--) {
		const known = messages[at];
		if (known && isSame(known, message)) return known;
	}
	return undefined;
}
