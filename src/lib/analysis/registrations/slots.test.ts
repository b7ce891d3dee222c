import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import { slotsOf } from './slots.ts';

const AOR = 'sip:16505550100*101@sip.example.com';

function slotsAt(trace: ScriptedTrace, now: Instant) {
	return slotsOf(analysed(trace.entries).registrations, AOR, now);
}

test('five slots, taken by instances of this address-of-record alone', () => {
	const trace = new ScriptedTrace();
	for (const instance of ['a', 'b', 'c', 'd', 'e']) {
		trace.phone('Alice', '101', { id: `tab-${instance}`, instance }).start();
		trace.wait(1_000);
	}
	trace.phone('Bob', '102').start();
	const sixth = { id: 'tab-f', instance: 'f' };
	trace.phone('Alice', '101', sixth).online().register({ status: 603 });
	const slots = slotsAt(trace, trace.now);
	expect(slots.taken.map(({ instance }) => instance)).toEqual(['a', 'b', 'c', 'd', 'e']);
	expect(slots.free).toBe(0);
	expect(slots.nextFreesAt).toBe(slots.taken[0]?.expiresAt);
});

test('they free as time goes by', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101').start();
	expect(slotsAt(trace, trace.now + 59 * SECOND)).toMatchObject({ free: 4 });
	expect(slotsAt(trace, trace.now + 61 * SECOND)).toMatchObject({ taken: [], free: 5 });
});

test('a lost socket keeps its slot, an unregistered phone does not', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101', { id: 'lost', instance: 'a' }).start().disconnect();
	trace.phone('Alice', '101', { id: 'gone', instance: 'b' }).start().register({ expires: 0 });
	expect(slotsAt(trace, trace.now).taken).toMatchObject([
		{ instance: 'a', state: { name: 'socket lost' } }
	]);
});

test('two phones of one instance share a slot', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101', { id: 'tab-1' }).start();
	trace.phone('Alice', '101', { id: 'tab-2' }).start();
	expect(slotsAt(trace, trace.now)).toMatchObject({
		taken: [{ registration: { phone: 'tab-2' }, superseded: [{ phone: 'tab-1' }] }],
		free: 4
	});
});

test('other devices are known from what the registrar lists', () => {
	const trace = new ScriptedTrace();
	const others = ['<sip:desk@192.0.2.9>;expires=36;+sip.instance="<urn:uuid:desk>"'];
	trace.phone('Alice', '101').online().register({ others });
	const { taken } = slotsAt(trace, trace.now);
	expect(taken.map(({ registration }) => registration?.phone)).toEqual(['alice', undefined]);
	expect(taken[1]).toMatchObject({ instance: 'desk', contact: 'sip:desk@192.0.2.9' });
	expect(slotsAt(trace, trace.now + 40 * SECOND)).toMatchObject({
		taken: [{ registration: { phone: 'alice' } }],
		unconfirmed: [{ instance: 'desk' }],
		free: 3
	});
});

test('since when: as long as each refresh came in time', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').start();
	const first = trace.now;
	for (let refresh = 0; refresh < 3; refresh++) {
		trace.wait(57_000);
		alice.register();
	}
	expect(slotsAt(trace, trace.now).taken[0]?.since).toBe(first - 4_000);
	trace.wait(70_000);
	alice.register();
	expect(slotsAt(trace, trace.now).taken[0]?.since).toBe(trace.now - 4_000);
});

test('the slot of a phone that was superseded is the other’s, and frees with it', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101', { id: 'tab-1' }).start();
	const second = trace.phone('Alice', '101', { id: 'tab-2' }).start();
	second.register({ expires: 0 });
	expect(slotsAt(trace, trace.now)).toMatchObject({ taken: [], free: 5 });
});

test('superseded by a connection that the trace does not show: it has the slot', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').start();
	trace.wait(57_000);
	alice.register({ status: 403, reason: 'Forbidden, instance id is intercepted' });
	expect(slotsAt(trace, trace.now + 10 * SECOND)).toMatchObject({
		taken: [{ instance: alice.instance, superseded: [{ phone: 'alice' }] }],
		free: 4
	});
	expect(slotsAt(trace, trace.now + 61 * SECOND).free).toBe(5);
});

test('before a phone was seen it takes nothing', () => {
	const trace = new ScriptedTrace();
	const before = trace.now;
	trace.wait(1_000);
	trace.phone('Alice', '101').start();
	expect(slotsAt(trace, before)).toMatchObject({ taken: [], free: 5 });
});
