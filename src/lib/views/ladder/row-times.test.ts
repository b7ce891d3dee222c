import { expect, test } from 'vitest';
import type { TimedRow } from '../../ladder/row.ts';
import { MILLISECOND, SECOND } from '../../trace/instant.ts';
import { type Clockwork, rowTimes } from './row-times.ts';

const clockwork: Clockwork = { mode: 'start', start: 0, selected: undefined, slowFrom: SECOND };
const rung = (at: number) => ({ type: 'rung', at }) as TimedRow;

test('times count from the start, the row above or the selected message', () => {
	const above = rung(2 * SECOND);
	const at = 2 * SECOND + 48 * MILLISECOND;
	const times = (mode: Clockwork['mode'], selected?: number) =>
		rowTimes(at, above, { ...clockwork, mode, selected });
	expect(times('start')).toEqual({ time: '2.048', delta: '+48 ms', slow: false });
	expect(times('previous')).toEqual({ time: '+48 ms', delta: '', slow: false });
	expect(times('selected', 3 * SECOND)).toMatchObject({ time: '\u2212952 ms', delta: '+48 ms' });
	expect(times('selected', at).time).toBe('0');
	expect(times('selected').time).toBe('2.048');
	expect(times('clock').time).toMatch(/^\d\d:\d\d:\d\d\.048$/);
});

test('a delay from the threshold on stands out, unless there is none', () => {
	const slow = (lapse: number, slowFrom = SECOND) =>
		rowTimes(lapse, rung(0), { ...clockwork, slowFrom }).slow;
	expect([slow(SECOND - 1), slow(SECOND), slow(100 * SECOND, 0)]).toEqual([false, true, false]);
	expect(rowTimes(5 * SECOND, undefined, clockwork)).toMatchObject({ delta: '', slow: false });
});

test('below a fold, time counts from its last message, or from its first where that came later', () => {
	const line = { type: 'fold', at: 0, until: 60 * SECOND } as TimedRow;
	expect(rowTimes(61 * SECOND, line, clockwork).delta).toBe('+1.00 s');
	expect(rowTimes(30 * SECOND, line, clockwork).delta).toBe('+30.0 s');
});
