import type { Transaction } from '../../analysis/transactions/transaction.ts';
import {
	transactionState,
	type TransactionEnd
} from '../../analysis/transactions/transaction-state.ts';
import type { Instant } from '../../trace/instant.ts';

/** `proceeding, the phone is its client`, `no answer within 32 s, the phone is its server`. */
export function describeTransaction(transaction: Transaction, now: Instant): string {
	const { name, end } = transactionState(transaction, now);
	const state = end === undefined ? name : endOf(transaction, end);
	return `${state}, the phone is its ${transaction.side}`;
}

function endOf({ method, final, acks }: Transaction, end: TransactionEnd): string {
	switch (end) {
		case 'answered':
			return method === 'INVITE' && acks.length === 0 ? 'terminated without ACK' : 'terminated';
		case 'timeout':
			return final ? 'no ACK within 32 s' : 'no answer within 32 s';
		case 'connection lost':
			return 'its socket closed before an answer came';
		case 'never sent':
			return 'never sent';
	}
}
