import { describe, expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { Wire } from '../../../../tests/wire.ts';
import { MILLISECOND, SECOND } from '../../trace/instant.ts';
import { isOpen, transactionState } from './transaction-state.ts';

/** States of the wire's first transaction at seconds after its beginning. */
function statesOf({ entries }: Wire, ...seconds: number[]) {
	const [transaction] = analysed(entries).transactions;
	if (transaction === undefined) throw new Error('There is no transaction.');
	const begin = entries[0]?.at ?? 0;
	return seconds.map((second) => {
		const { name, end } = transactionState(transaction, begin + Math.round(second * SECOND));
		return end === undefined ? name : `${name}: ${end}`;
	});
}

describe('an INVITE that is sent', () => {
	test('calls, rings without limit, and is accepted', () => {
		const wire = new Wire();
		const invite = wire.send('INVITE');
		expect(statesOf(wire, 0, 31, 32)).toEqual(['calling', 'calling', 'terminated: timeout']);
		wire.wait(1_000).answer(invite, 180);
		expect(statesOf(wire, 0.5, 1, 300)).toEqual(['calling', 'proceeding', 'proceeding']);
		wire.wait(9_000).answer(invite, 200);
		expect(statesOf(wire, 9, 10, 41, 42)).toEqual([
			...['proceeding', 'accepted', 'accepted', 'terminated: answered']
		]);
	});

	test('refused, it lingers over UDP alone', () => {
		for (const transport of ['UDP', 'TCP']) {
			const wire = new Wire();
			wire.answer(wire.send('INVITE', { transport }), 486);
			expect(statesOf(wire, 0, 32)).toEqual([
				transport === 'UDP' ? 'completed' : 'terminated: answered',
				'terminated: answered'
			]);
		}
	});
});

describe('an INVITE that comes', () => {
	test('proceeds from the beginning, and for as long as it rings', () => {
		const wire = new Wire();
		wire.reply(wire.receive('INVITE'), 180);
		expect(statesOf(wire, 0, 300)).toEqual(['proceeding', 'proceeding']);
	});

	test('refused, it waits for its ACK', () => {
		const wire = new Wire();
		wire.reply(wire.receive('INVITE'), 486);
		expect(statesOf(wire, 0, 31, 32)).toEqual(['completed', 'completed', 'terminated: timeout']);
		wire.wait(100).receive('ACK', { toTag: 'b', branch: 'z9hG4bK-INVITE-1' });
		expect(statesOf(wire, 0, 0.1, 5, 5.1)).toEqual([
			...['completed', 'confirmed', 'confirmed', 'terminated: answered']
		]);
	});
});

test('any other request: trying, proceeding, completed for the time of what may still travel', () => {
	const wire = new Wire();
	const options = wire.send('OPTIONS');
	wire.wait(100).answer(options, 100);
	wire.wait(100).answer(options, 200);
	expect(statesOf(wire, 0, 0.1, 0.2, 5.1, 5.2)).toEqual([
		...['trying', 'proceeding', 'completed', 'completed', 'terminated: answered']
	]);
	const served = new Wire();
	served.reply(served.receive('OPTIONS'), 200);
	expect(statesOf(served, 0, 31, 32)).toEqual([
		...['completed', 'completed', 'terminated: answered']
	]);
	const reliable = new Wire();
	reliable.answer(reliable.send('OPTIONS', { transport: 'WSS' }), 200);
	expect(statesOf(reliable, 0)).toEqual(['terminated: answered']);
});

test('what nobody answers ends by time, or with its connection, whichever comes first', () => {
	for (const [seconds, state] of [
		[2, 'terminated: connection lost'],
		[40, 'terminated: timeout']
	] as const) {
		const wire = new Wire({ connection: 'one' });
		wire.send('MESSAGE');
		wire.wait(seconds * 1_000);
		const close = { kind: 'socket', event: 'close', connection: 'one' } as const;
		wire.record({ ...close, code: 1006, reason: '', wasClean: false });
		expect(statesOf(wire, 1, 60)).toEqual(['trying', state]);
	}
});

test('a connection that closed before says nothing, though the clock went back', () => {
	const wire = new Wire({ connection: 'one' });
	const close = { kind: 'socket', event: 'close', connection: 'one' } as const;
	wire.record({ ...close, code: 1000, reason: '', wasClean: true });
	wire.now -= 5 * MILLISECOND;
	wire.send('MESSAGE');
	expect(statesOf(wire, 1)).toEqual(['trying']);
});

test('what never left is over at once; an answer without request is answered', () => {
	const wire = new Wire();
	const text = wire.send('MESSAGE');
	const dead = new Wire();
	dead.record({ kind: 'message', direction: 'sent', text, undelivered: true });
	expect(statesOf(dead, 0)).toEqual(['terminated: never sent']);
	wire.answer(text, 200);
	const stray = new Wire();
	stray.entries.push(...wire.entries.slice(1));
	expect(statesOf(stray, 0, 10)).toEqual(['completed', 'terminated: answered']);
	expect(isOpen({ name: 'completed', since: 0 })).toBe(false);
});
