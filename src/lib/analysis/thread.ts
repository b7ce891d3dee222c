import { DialogSet } from './dialogs/dialog-set.ts';
import type { LinkedTransaction } from './transactions/linked-transaction.ts';
import type { Transaction } from './transactions/transaction.ts';

/** The messages that share a Call-ID, whoever saw them: where whatever they belong to is looked up. */
export class Thread {
	readonly callId: string;
	/** By CSeq number, the latest transaction. */
	readonly transactions = new Map<number, LinkedTransaction>();
	/** Answered 401 or 407, and not repeated with credentials yet. */
	readonly challenged: Transaction[] = [];
	readonly dialogs = new DialogSet();
	/** The latest SUBSCRIBE or REFER outside of dialogs. */
	asking: Transaction | undefined;

	constructor(callId: string) {
		this.callId = callId;
	}
}

export class Threads {
	readonly #byCallId = new Map<string, Thread>();

	of(callId: string): Thread {
		let thread = this.#byCallId.get(callId);
		if (thread === undefined) {
			thread = new Thread(callId);
			this.#byCallId.set(callId, thread);
		}
		return thread;
	}
}
