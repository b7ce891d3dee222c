import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MILLISECOND, MINUTE, SECOND } from '../../trace/instant.ts';
import {
	formatDelta,
	formatDuration,
	formatLapse,
	formatSinceStart,
	formatTimeOfDay
} from './time-format.ts';

test('the time of day has milliseconds', () => {
	const at = new Date(2026, 2, 7, 14, 3, 7, 412).getTime() * MILLISECOND;
	expect(formatTimeOfDay(at)).toBe('14:03:07.412');
	expect(formatTimeOfDay(new Date(2026, 2, 7, 0, 0, 0, 5).getTime() * MILLISECOND)).toBe(
		'00:00:00.005'
	);
});

test.each([
	[0, '0.000'],
	[407_000, '0.407'],
	[15_869_600, '15.870'],
	[59_999_600, '1:00.000'],
	[65_883 * MILLISECOND, '1:05.883'],
	[2 * 60 * MINUTE + 65_883 * MILLISECOND, '2:01:05.883'],
	[-20 * MILLISECOND, '−0.020'],
	[-400, '0.000']
])('%i µs since the start is %s', (elapsed, text) => {
	expect(formatSinceStart(elapsed)).toBe(text);
});

test.each([
	[0, '+0 ms'],
	[400, '+0.4 ms'],
	[4_000, '+4 ms'],
	[9_960, '+10 ms'],
	[48_000, '+48 ms'],
	[999_600, '+1.00 s'],
	[3_800_000, '+3.80 s'],
	[9_996_000, '+10.0 s'],
	[99_960_000, '+100 s'],
	[119_600_000, '+2 min'],
	[-5_000, '−5 ms']
])('a delta of %i µs is %s', (delta, text) => {
	expect(formatDelta(delta)).toBe(text);
});

test.each([
	[200_000, '0.2 s'],
	[15_883_000, '15.9 s'],
	[59_960_000, '1 min'],
	[80 * SECOND, '1 min 20 s'],
	[12 * MINUTE, '12 min'],
	[125 * MINUTE, '2 h 5 min'],
	[3 * 24 * 60 * MINUTE, '3 days']
])('a duration of %i µs is %s', (duration, text) => {
	expect(formatDuration(duration)).toBe(text);
});

test('a longer lapse never reads as a shorter one', () => {
	const units = { ms: MILLISECOND, s: SECOND, min: MINUTE } as const;
	const meaning = (text: string) => {
		const [number, unit] = text.split(' ') as [string, keyof typeof units];
		return Number(number) * units[unit];
	};
	const lapse = fc.integer({ min: 0, max: 59 * MINUTE });
	fc.assert(
		fc.property(lapse, lapse, (a, b) => {
			const [short, long] = a < b ? [a, b] : [b, a];
			expect(meaning(formatLapse(short))).toBeLessThanOrEqual(meaning(formatLapse(long)));
		})
	);
});
