import { expect, it } from 'vitest';
import { hasSlept } from './sleep.ts';

const start = { wall: 1_700_000_000_000, monotonic: 50_000 };
const after = (wall: number, monotonic = wall) => ({
	wall: start.wall + wall,
	monotonic: start.monotonic + monotonic
});

it('notices by either clock that the machine slept, and not that a page was hidden', () => {
	expect(hasSlept(start, after(5_000))).toBe(false);
	expect(hasSlept(start, after(65_000))).toBe(false);
	expect(hasSlept(start, after(600_000))).toBe(true);
	expect(hasSlept(start, after(600_000, 5_000))).toBe(true);
	expect(hasSlept(start, after(-3_600_000, 5_000))).toBe(false);
});
