import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { Mark } from '../../ladder/row.ts';
import { authenticationRounds } from '../../analysis/transactions/authentication.ts';
import type { Transaction } from '../../analysis/transactions/transaction.ts';

/** How near a message is to the selected one; the nearest counts. */
export type Relation = 'transaction' | 'dialog' | 'call' | 'leg' | undefined;

/** An attempt, its repetition with credentials and the CANCEL of either count as one transaction. */
export function relationOf(message: SeenMessage, selected: SeenMessage | undefined): Relation {
	if (selected === undefined || message === selected) return undefined;
	const { transaction } = selected;
	if (transaction && message.transaction) {
		if (isOneAttempt(message.transaction, transaction)) return 'transaction';
		if (isCancelOf(message.transaction, transaction)) return 'transaction';
	}
	if (selected.attempt && selected.attempt === message.attempt) return 'transaction';
	if (selected.dialog && selected.dialog === message.dialog) return 'dialog';
	if (selected.call === undefined || message.call === undefined) return undefined;
	if (selected.call === message.call) return 'call';
	return selected.call.conversation === message.call.conversation ? 'leg' : undefined;
}

/** An event is near where it is one of the selected message's call, at the same phone. */
export function markRelation({ entry }: Mark, selected: SeenMessage | undefined): Relation {
	const call = selected?.call;
	if (call === undefined || !('callId' in entry) || entry.callId !== call.callId) return undefined;
	return entry.phone === call.phone ? 'call' : undefined;
}

function isOneAttempt(one: Transaction, other: Transaction): boolean {
	return one === other || authenticationRounds(one).includes(other);
}

function isCancelOf(one: Transaction, other: Transaction): boolean {
	return one.cancels === other || other.cancels === one;
}
