import { expect, test } from 'vitest';
import type { Call } from '../../analysis/calls/call.ts';
import type { Dialog } from '../../analysis/dialogs/dialog.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import type { Transaction } from '../../analysis/transactions/transaction.ts';
import type { Mark } from '../../ladder/row.ts';
import { markRelation, relationOf } from './relation.ts';

const conversation = { id: 'call-1' };
const call = { callId: 'call-1', phone: 'alice', conversation } as Call;
const otherLeg = { callId: 'call-2', phone: 'bob', conversation } as Call;
const stranger = { callId: 'call-3', phone: 'bob', conversation: { id: 'call-3' } } as Call;
const challenged = { id: 'first' } as Transaction;
const retried = { id: 'second', challengedBy: challenged } as Transaction;
challenged.retriedBy = retried;
const cancel = { id: 'cancel', cancels: retried } as Transaction;
const bye = { id: 'bye' } as Transaction;

const seen = (transaction: Transaction, change: Partial<SeenMessage> = {}) =>
	({ transaction, call, ...change }) as SeenMessage;

test('request and response, challenge and repetition, INVITE and CANCEL are one transaction', () => {
	const selected = seen(retried);
	for (const near of [seen(retried), seen(challenged), seen(cancel)]) {
		expect(relationOf(near, selected)).toBe('transaction');
		expect(relationOf(selected, near)).toBe('transaction');
	}
});

test('other messages of the call are farther, those of other calls have none', () => {
	const selected = seen(retried);
	expect(relationOf(seen(bye), selected)).toBe('call');
	expect(relationOf(seen(bye, { call: undefined }), selected)).toBeUndefined();
	expect(relationOf(selected, selected)).toBeUndefined();
	expect(relationOf(selected, undefined)).toBeUndefined();
});

test('a dialog is nearer than its call, and the other legs of a conversation are told', () => {
	const dialog = { id: '1' } as Dialog;
	const selected = seen(bye, { dialog });
	expect(relationOf(seen(cancel, { dialog }), selected)).toBe('dialog');
	expect(relationOf(seen(cancel), selected)).toBe('call');
	expect(relationOf(seen(cancel, { call: otherLeg }), selected)).toBe('leg');
	expect(relationOf(seen(cancel, { call: stranger }), selected)).toBeUndefined();
});

test('an event belongs to the call of its phone', () => {
	const mark = (phone: string) =>
		({ entry: { kind: 'phone', event: 'answered', callId: 'call-1', phone } }) as Mark;
	expect(markRelation(mark('alice'), seen(bye))).toBe('call');
	expect(markRelation(mark('bob'), seen(bye))).toBeUndefined();
	expect(markRelation(mark('alice'), undefined)).toBeUndefined();
});
