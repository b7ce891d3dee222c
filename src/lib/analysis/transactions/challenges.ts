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
		if (open.length === MOST_OPEN) open.shift();
		open.push(transaction);
		thread.challenged = [...thread.challenged.slice(1 - MOST_OPEN), transaction];
	}

	/** A transaction begins, perhaps in answer to a challenge. */
	answer(transaction: Transaction, request: SeenMessage, thread: Thread): void {
		const challenged = this.#challengedBefore(transaction, request, thread);
		if (challenged === undefined) return;
		thread.challenged = thread.challenged.filter((one) => one !== challenged);
		const open = this.#open.get(challenged.userAgent);
		if (open?.includes(challenged)) open.splice(open.indexOf(challenged), 1);
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
		const { challenged } = thread;
		if (challenged.length === 0 && thread.transactions.size > 1) return undefined;
		if (!hasCredentials(request)) return undefined;
		return challenged.length > 0
			? challenged.findLast((one) => isAlike(one, transaction) && one.cseq <= transaction.cseq)
			: this.#challengedElsewhere(transaction, request);
	}

	#challengedElsewhere(transaction: Transaction, request: SeenMessage): Transaction | undefined {
		const open = this.#open.get(transaction.userAgent) ?? [];
		const nonce = open.length === 0 ? undefined : nonceAnswered(request);
		return open.findLast((one) => {
			if (one.final === undefined || !isAlike(one, transaction)) return false;
			return challengeIn(one.final).nonce === nonce;
		});
	}
}

function isAlike(one: Transaction, other: Transaction): boolean {
	return (
		one.method === other.method && one.side === other.side && one.userAgent === other.userAgent
	);
}
