import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { Wire } from '../../../../tests/wire.ts';
import { MILLISECOND } from '../../trace/instant.ts';
import type { CallTimes } from './call-times.ts';
import { timesOf } from './call-times.ts';

/** Of the wire's first call, in milliseconds, as it stood so many of them later. */
function timesAt({ entries, now }: Pick<Wire, 'entries'> & { now?: number }, later?: number) {
	const [call] = analysed(entries).calls;
	if (call === undefined) throw new Error('There is no call.');
	const at = now === undefined || later === undefined ? undefined : now + later * MILLISECOND;
	return inMilliseconds(timesOf(call, at));
}

function inMilliseconds(times: CallTimes): Record<string, number> {
	return Object.fromEntries(
		Object.entries(times).flatMap(([name, time]) => {
			return time === undefined ? [] : [[name, time / MILLISECOND]];
		})
	);
}

test('each begins and ends as its definition says, and counts on while it goes on', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.wait(50).answer(invite, 100);
	expect(timesAt(wire, 500)).toEqual({});
	wire.wait(450).answer(invite, 180);
	wire.wait(100).answer(invite, 183);
	expect(timesAt(wire)).toEqual({ postDialDelay: 500 });
	expect(timesAt(wire, 900)).toEqual({ postDialDelay: 500, ringTime: 1_000 });
	wire.wait(3_900).answer(invite, 200);
	const answered = { postDialDelay: 500, ringTime: 4_000, setupTime: 4_500 };
	expect(timesAt(wire)).toEqual(answered);
	expect(timesAt(wire, 7)).toEqual({ ...answered, talkTime: 7 });
	wire.wait(60_000).receive('BYE', { fromTag: 'b', toTag: 'a' });
	expect(timesAt(wire)).toEqual({ ...answered, talkTime: 60_000 });
	expect(timesAt(wire, 1)).toEqual({ ...answered, talkTime: 60_000 });
});

test('challenges count as part of dialling; without an answer there is nothing but ringing', () => {
	const { entries } = scenarios.cancelled();
	expect(timesAt({ entries })).toEqual({ postDialDelay: 20, ringTime: 6_008 });
});

test('the edge answers at once: when a person picks up is told by the other leg', () => {
	const { entries } = scenarios['call between two phones']();
	const times = analysed(entries).calls.map((call) => inMilliseconds(timesOf(call)));
	expect(times[0]).toMatchObject({ setupTime: 24, pickUpTime: 4_187 });
	expect(times[1]).not.toHaveProperty('pickUpTime');
});

test('a clock that goes back makes a time negative, and breaks nothing', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.wait(-20).answer(invite, 180);
	expect(timesAt(wire)).toEqual({ postDialDelay: -20 });
});
