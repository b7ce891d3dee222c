import { expect, test } from 'vitest';
import { FrameAllowance } from './frame-allowance.ts';

const taken = (allowance: FrameAllowance, times: number, now: number) =>
	Array.from({ length: times }, () => allowance.take(now)).filter(Boolean).length;

test('a burst passes, what goes on after it does not', () => {
	const allowance = new FrameAllowance(0);
	expect(taken(allowance, 1000, 0)).toBe(400);
	expect(allowance.take(5)).toBe(false);
});

test('it fills with time, up to a burst', () => {
	const allowance = new FrameAllowance(0);
	taken(allowance, 400, 0);
	expect(taken(allowance, 1000, 1000)).toBe(100);
	expect(taken(allowance, 1000, 3_600_000)).toBe(400);
});

test('a steady hundred a second is never too much', () => {
	const allowance = new FrameAllowance(0);
	const hour = Array.from({ length: 360_000 }, (_, index) => allowance.take(index * 10));
	expect(hour.every(Boolean)).toBe(true);
});
