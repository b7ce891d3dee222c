import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import { slotRefusalsOf } from './slot-refusals.ts';

const AOR = 'sip:16505550100*101@sip.example.com';

function refusalsAt({ entries }: ScriptedTrace, now: Instant) {
	return slotRefusalsOf(analysed(entries).registrations, AOR, now);
}

test('a sixth is tied to the five that held the slots, also when they have let go since', () => {
	const trace = scenarios['five instances and a sixth']();
	const later = trace.now + 50 * SECOND;
	for (const now of [trace.now, later]) {
		const [refusal, ...others] = refusalsAt(trace, now);
		expect(others).toEqual([]);
		expect(refusal).toMatchObject({ registration: { phone: 'six' }, unseen: 0 });
		expect(refusal?.holders.map(({ registration }) => registration?.phone)).toEqual([
			'one',
			'two',
			'three',
			'four',
			'five'
		]);
	}
	expect(refusalsAt(trace, trace.now - 2_100_000)).toEqual([]);
});

test('holders that the trace does not show are counted', () => {
	const trace = scenarios['sixth instance refused']();
	expect(refusalsAt(trace, trace.now)).toMatchObject([{ holders: [], unseen: 5 }]);
});

test('who has got a slot since is refused no more', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	alice.register({ status: 603, reason: 'Too Many Contacts' });
	expect(refusalsAt(trace, trace.now)).toHaveLength(1);
	alice.register();
	expect(refusalsAt(trace, trace.now)).toEqual([]);
});
