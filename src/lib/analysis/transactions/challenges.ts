import type { ChangeLog } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Thread } from '../thread.ts';
import type { UserAgent } from '../user-agent.ts';
import { challengeIn, hasCredentials, nonceAnswered } from './authentication.ts';
import type { Transaction } from './transaction.ts';

/** As many open challenges are kept in mind: whoever answers one does so at once. */
const MOST_OPEN = 8;

/** Ties a request with credentials to the one that was challenged (RFC 3261 §22.1). */
export class Challenges {
	readonly #changes: ChangeLog;
	/** Answered 401 or 407, and not repeated with credentials yet; the latest last. */
	readonly #open = new Map<UserAgent, Transaction[]>();

	constructor(changes: ChangeLog) {
		this.#changes = changes;
	}

	/** A transaction has ended with a challenge. */
	take(transaction: Transaction, thread: Thread): void {
		const open = this.#open.get(transaction.userAgent) ?? [];
		this.#open.set(transaction.userAgent, open);
		for (const list of [open, thread.challenged]) {
			if (list.length === MOST_OPEN) list.shift();
			list.push(transaction);
		}
	}

	/** A transaction begins, perhaps in answer to a challenge. */
	answer(transaction: Transaction, request: SeenMessage, thread: Thread): void {
		const challenged = this.#challengedBefore(transaction, request, thread);
		if (challenged === undefined) return;
		remove(thread.challenged, challenged);
		remove(this.#open.get(challenged.userAgent) ?? [], challenged);
		transaction.challengedBy = challenged;
		challenged.retriedBy = transaction;
		this.#changes.transaction(challenged);
	}

	/**
	 * The repetition should have the Call-ID of what was challenged, and a higher CSeq number
	 * (RFC 3261 §22.1). If it has a new Call-ID, the nonce still tells.
	 */
	#challengedBefore(
		transaction: Transaction,
		request: SeenMessage,
		thread: Thread
	): Transaction | undefined {
		const { method, side, userAgent, cseq } = transaction;
		const isMeant = (one: Transaction) =>
			one.method === method && one.side === side && one.userAgent === userAgent;
		if (thread.challenged.length > 0) {
			if (!hasCredentials(request)) return undefined;
			return thread.challenged.findLast((one) => isMeant(one) && one.cseq <= cseq);
		}
		const open = this.#open.get(userAgent) ?? [];
		const isNewCallId = thread.transactions.size === 1;
		if (open.length === 0 || !isNewCallId || !hasCredentials(request)) return undefined;
		const nonce = nonceAnswered(request);
		return open.findLast(
			(one) => isMeant(one) && one.final !== undefined && challengeIn(one.final).nonce === nonce
		);
	}
}

function remove(list: Transaction[], transaction: Transaction): void {
	const at = list.indexOf(transaction);
	if (at >= 0) list.splice(at, 1);
}
