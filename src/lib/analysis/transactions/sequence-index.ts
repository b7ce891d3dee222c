import { appended, NONE } from '../few.ts';
import type { LinkedTransaction } from './linked-transaction.ts';

/** Up to so many CSeq numbers of a Call-ID are looked through, the latest first; more have an index. */
const FEW = 16;

/** The transactions of one Call-ID, by CSeq number: of each, the latest. */
export class SequenceIndex {
	#few: readonly LinkedTransaction[] = NONE;
	#many: Map<number, LinkedTransaction> | undefined;

	/** How many CSeq numbers there are. */
	get size(): number {
		return this.#many?.size ?? this.#few.length;
	}

	get(cseq: number): LinkedTransaction | undefined {
		if (this.#many) return this.#many.get(cseq);
		for (let at = this.#few.length - 1; at >= 0; at--) {
			const transaction = this.#few[at];
			if (transaction?.cseq === cseq) return transaction;
		}
		return undefined;
	}

	/** Makes a transaction the latest with its number. */
	set(transaction: LinkedTransaction): void {
		const { cseq, before } = transaction;
		if (this.#many) this.#many.set(cseq, transaction);
		else if (before) this.#few = this.#few.with(this.#few.lastIndexOf(before), transaction);
		else if (this.#few.length < FEW) this.#few = appended(this.#few, transaction);
		else this.#many = new Map([...this.#few, transaction].map((one) => [one.cseq, one]));
	}
}
