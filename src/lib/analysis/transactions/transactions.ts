import type { ChangeLog } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Transaction } from './transaction.ts';

/**
 * Finds the transaction of each message (RFC 3261 §17.1.3, §17.2.3): by connection, side, branch,
 * method and CSeq. A peer that garbles the branch is matched by Call-ID and CSeq alone, as the SDK
 * does it.
 */
export class Transactions {
	/** In the order of their first messages. */
	readonly list: Transaction[] = [];
	readonly #changes: ChangeLog;
	readonly #byBranch = new Map<string, Transaction>();
	/** The latest with such a Call-ID and CSeq. */
	readonly #bySequence = new Map<string, Transaction>();
	readonly #challenged = new Map<string, Transaction>();

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** Sets `transaction` and `retransmissionOf` of a message that is the latest seen. */
	take(message: SeenMessage): void {
		const { kind, method } = message.head;
		if (kind === 'request' && method === 'ACK') this.#acknowledge(message);
		else if (kind === 'request') this.#request(message);
		else if (kind === 'response') this.#respond(message);
		if (message.transaction) this.#changes.transaction(message.transaction);
	}

	#request(message: SeenMessage): void {
		const known = this.#byBranch.get(branchKey(message));
		const transaction = known ?? this.#begin(message);
		message.transaction = transaction;
		if (transaction.request) message.retransmissionOf = transaction.request;
		else transaction.request = message;
		if (known === undefined && transaction.side === 'client') this.#retry(transaction, message);
	}

	/** The ACK of a 2xx should have a branch of its own; the SDK's has the INVITE's. */
	#acknowledge(message: SeenMessage): void {
		const transaction = this.#find(message, 'INVITE');
		if (transaction === undefined) return;
		message.transaction = transaction;
		if (transaction.ack) message.retransmissionOf = transaction.ack;
		else transaction.ack = message;
		if (transaction.final) transaction.state = 'terminated';
	}

	#respond(message: SeenMessage): void {
		const transaction = this.#find(message, message.head.method) ?? this.#begin(message);
		message.transaction = transaction;
		const repeated = [transaction.final, transaction.responses.at(-1)].find(
			(earlier) => earlier && repeats(message, earlier)
		);
		if (repeated) {
			message.retransmissionOf = repeated;
			return;
		}
		transaction.responses.push(message);
		if (message.head.status >= 200) this.#conclude(transaction, message);
		else if (transaction.state === 'trying') transaction.state = 'proceeding';
	}

	#conclude(transaction: Transaction, message: SeenMessage): void {
		if (transaction.final) return;
		transaction.final = message;
		const acknowledged = transaction.method !== 'INVITE' || transaction.ack !== undefined;
		transaction.state = acknowledged ? 'terminated' : 'completed';
		const { status } = message.head;
		if (transaction.side === 'client' && (status === 401 || status === 407)) {
			this.#challenged.set(attemptKey(message), transaction);
		}
	}

	/** A repetition with credentials has the Call-ID of what was challenged and a higher CSeq (§22). */
	#retry(transaction: Transaction, message: SeenMessage): void {
		const key = attemptKey(message);
		const challenged = this.#challenged.get(key);
		if (challenged?.final === undefined || challenged.final.head.cseq >= message.head.cseq) return;
		this.#challenged.delete(key);
		transaction.challengedBy = challenged;
		challenged.retriedBy = transaction;
		this.#changes.transaction(challenged);
	}

	#find(message: SeenMessage, method: string): Transaction | undefined {
		return (
			this.#byBranch.get(branchKey(message, method)) ??
			this.#bySequence.get(sequenceKey(message, method))
		);
	}

	#begin(message: SeenMessage): Transaction {
		const transaction: Transaction = {
			revision: 0,
			id: String(this.list.length),
			method: message.head.method,
			side: sideOf(message),
			responses: [],
			state: 'trying'
		};
		this.list.push(transaction);
		this.#byBranch.set(branchKey(message), transaction);
		this.#bySequence.set(sequenceKey(message), transaction);
		return transaction;
	}
}

function sideOf({ entry, head }: SeenMessage): 'client' | 'server' {
	return (entry.direction === 'sent') === (head.kind === 'request') ? 'client' : 'server';
}

function sequenceKey(message: SeenMessage, method = message.head.method): string {
	const { callId, cseq } = message.head;
	return `${sideOf(message)} ${message.entry.connection ?? ''} ${method} ${cseq} ${callId}`;
}

function branchKey(message: SeenMessage, method = message.head.method): string {
	return `${message.head.branch} ${sequenceKey(message, method)}`;
}

function attemptKey({ entry, head }: SeenMessage): string {
	return `${entry.connection ?? ''} ${head.method} ${head.callId}`;
}

/** A fork's answers have the same status and another To tag. */
function repeats(message: SeenMessage, earlier: SeenMessage): boolean {
	const { status, toTag } = message.head;
	if (earlier.head.status !== status || earlier.head.toTag !== toTag) return false;
	return status >= 200 || earlier.entry.text === message.entry.text;
}
