import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { request, response, Wire } from '../../../../tests/wire.ts';

/** Of each message: the id of its transaction, and `again` where it repeats. */
function matched({ entries }: Wire): string[] {
	return analysed(entries).messages.map(({ transaction, retransmissionOf }) =>
		[transaction?.id ?? '-', retransmissionOf ? 'again' : ''].join(' ').trim()
	);
}

test('over UDP: what is sent again is told from what is new', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.see('sent', invite);
	wire.answer(invite, 100);
	wire.answer(invite, 180);
	wire.see('sent', invite);
	wire.answer(invite, 180);
	const refusal = wire.answer(invite, 486);
	wire.see('received', refusal);
	const ack = wire.send('ACK', { toTag: 'b', branch: 'z9hG4bK-INVITE-1' });
	wire.see('received', refusal);
	wire.see('sent', ack);
	wire.see('sent', invite);
	wire.send('INVITE', { cseq: 2 });
	expect(matched(wire)).toEqual([
		...['0', '0 again', '0', '0', '0 again', '0 again', '0', '0 again'],
		...['0', '0 again', '0 again', '0 again', '1']
	]);
});

test('a provisional answer with something new to say is no repetition', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.answer(invite, 183);
	wire.answer(invite, 183, { body: 'v=0' });
	expect(matched(wire)).toEqual(['0', '0', '0']);
});

test('the answers of a fork, each again and again, and an ACK for each', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	for (let round = 0; round < 2; round++) {
		for (const tag of ['one', 'two', 'three']) {
			wire.answer(invite, 200, { tag });
			wire.send('ACK', { toTag: tag, branch: `z9hG4bK-${tag}` });
		}
	}
	const { transactions } = analysed(wire.entries);
	expect(transactions).toHaveLength(1);
	expect(transactions[0]?.responses.map(({ head }) => head.toTag)).toEqual(['one', 'two', 'three']);
	expect(transactions[0]?.acks.map(({ head }) => head.toTag)).toEqual(['one', 'two', 'three']);
	expect(matched(wire).slice(7)).toEqual(new Array(6).fill('0 again'));
});

test('the ACK of a refusal has the branch of its INVITE, that of a 2xx has not; both are found', () => {
	const wire = new Wire();
	const first = wire.send('INVITE');
	wire.answer(first, 486);
	const second = wire.send('INVITE', { branch: 'z9hG4bK-other' });
	wire.answer(second, 200);
	wire.send('ACK', { toTag: 'b', branch: 'z9hG4bK-INVITE-1' });
	wire.send('ACK', { toTag: 'b', branch: 'z9hG4bK-new' });
	expect(matched(wire)).toEqual(['0', '0', '1', '1', '0', '1']);
});

test('a CANCEL is told of the INVITE it is to end, also where its branch is wrong', () => {
	for (const branch of ['z9hG4bK-INVITE-1', 'z9hG4bK-own']) {
		const wire = new Wire();
		const invite = wire.receive('INVITE');
		const cancel = wire.receive('CANCEL', { branch });
		wire.reply(cancel, 200);
		wire.reply(invite, 487);
		const [inviting, cancelling] = analysed(wire.entries).transactions;
		expect(matched(wire)).toEqual(['0', '1', '1', '0']);
		expect(cancelling?.cancels).toBe(inviting);
		expect(inviting?.cancelledBy).toBe(cancelling);
	}
});

test('a CANCEL of nothing is a transaction all the same, and an ACK of nothing none', () => {
	const wire = new Wire();
	wire.receive('CANCEL');
	wire.receive('ACK', { cseq: 7 });
	expect(matched(wire)).toEqual(['0', '-']);
	expect(analysed(wire.entries).transactions[0]?.cancels).toBeUndefined();
});

test('a branch that is used again: another CSeq, method or Call-ID is another transaction', () => {
	const wire = new Wire();
	const branch = 'z9hG4bK-always';
	const first = wire.send('OPTIONS', { branch });
	const second = wire.send('OPTIONS', { branch, cseq: 2 });
	wire.send('MESSAGE', { branch });
	wire.send('OPTIONS', { branch, callId: 'other' });
	wire.answer(second, 200);
	wire.answer(first, 200);
	expect(matched(wire)).toEqual(['0', '1', '2', '3', '1', '0']);
});

test('without the magic cookie, tags and request URI must agree too', () => {
	const wire = new Wire();
	const parts = { branch: '1' };
	const first = wire.receive('MESSAGE', parts);
	wire.see('received', first);
	wire.receive('MESSAGE', { ...parts, uri: 'sip:carol@biloxi.example.com' });
	wire.receive('MESSAGE', { ...parts, fromTag: 'other' });
	const invite = wire.receive('INVITE', { ...parts, cseq: 2 });
	wire.reply(invite, 486);
	wire.receive('ACK', { ...parts, cseq: 2, toTag: 'b' });
	expect(matched(wire)).toEqual(['0', '0 again', '1', '2', '3', '3', '3']);
});

test('both sides of a wire: what a proxy takes and what it passes on', () => {
	const wire = new Wire();
	const invite = request('INVITE');
	wire.see('received', invite);
	const passed = wire.send('INVITE', { branch: 'z9hG4bK-proxy' });
	wire.answer(passed, 180);
	wire.see('sent', response(invite, 180));
	const sides = analysed(wire.entries).transactions.map(({ side }) => side);
	expect(sides).toEqual(['server', 'client']);
	expect(matched(wire)).toEqual(['0', '1', '1', '0']);
});

test('the answer on another connection than the request is matched at the same user agent', () => {
	const wire = new Wire();
	const options = request('OPTIONS');
	const seen = { kind: 'message', phone: 'alice', instance: 'one' } as const;
	wire.record({ ...seen, direction: 'sent', text: options, connection: 'lost' });
	const text = response(options, 200);
	wire.record({ ...seen, direction: 'received', text, connection: 'new' });
	expect(matched(wire)).toEqual(['0', '0']);
	const stranger = { ...seen, phone: 'bob', instance: 'two', connection: 'his' };
	wire.record({ ...stranger, direction: 'received', text });
	expect(matched(wire)).toEqual(['0', '0', '1']);
});

test('a peer that repeats itself without end costs no more for each, and nothing is lost', () => {
	const wire = new Wire();
	for (let at = 0; at < 400; at++) wire.receive('OPTIONS', { branch: `z9hG4bK-${at}` });
	wire.see('received', request('OPTIONS', { branch: 'z9hG4bK-399' }));
	const { transactions, messages } = analysed(wire.entries);
	expect(transactions).toHaveLength(400);
	expect(messages.at(-1)?.retransmissionOf).toBe(messages[399]);
});
