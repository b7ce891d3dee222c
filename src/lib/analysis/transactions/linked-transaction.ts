import type { SeenMessage } from '../seen-message.ts';
import type { Transaction } from './transaction.ts';

/** A transaction where it is looked up. */
export interface LinkedTransaction extends Transaction {
	readonly acks: SeenMessage[];
	/** The one before it with the same Call-ID and CSeq number. */
	readonly before: LinkedTransaction | undefined;
}
