import { describe, expect, it } from 'vitest';
import { tallyOfPlaywright } from './playwright-report.ts';
import { printTally, settle, sum } from './tally.ts';
import { tallyOfVitest } from './vitest-report.ts';

const tally = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped });

describe('the closing line', () => {
	it('sums all runners', () => {
		const total = sum([tally(1, 0, 0), tally(40, 2, 3), tally(7, 0, 1)]);
		expect(printTally(total)).toBe('48 passed, 2 failed, 4 skipped');
	});

	it('counts a runner that crashed, or ran nothing, as failed', () => {
		expect(settle(tally(3, 0, 1), 0)).toEqual(tally(3, 0, 1));
		expect(settle(tally(3, 2, 0), 1)).toEqual(tally(3, 2, 0));
		expect(settle(tally(3, 0, 0), 1)).toEqual(tally(3, 1, 0));
		expect(settle(tally(0, 0, 5), 0)).toEqual(tally(0, 1, 5));
		expect(settle(undefined, 0)).toEqual(tally(0, 1, 0));
	});

	it('reads what Vitest reports', () => {
		const tests = (...states: string[]) => states.map((status) => ({ status }));
		const testResults = [
			{ status: 'passed', assertionResults: tests('passed', 'skipped', 'todo', 'passed') },
			{ status: 'failed', assertionResults: tests('passed', 'failed', 'failed') },
			{ status: 'failed', assertionResults: [] }
		];
		expect(tallyOfVitest(JSON.stringify({ testResults }))).toEqual(tally(3, 3, 2));
	});

	it('reads what Playwright reports', () => {
		const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
		expect(tallyOfPlaywright(JSON.stringify({ stats, errors: [] }))).toEqual(tally(5, 2, 2));
		const broken = { stats: { ...stats, unexpected: 0, flaky: 0 }, errors: [{ message: 'x' }] };
		expect(tallyOfPlaywright(JSON.stringify(broken))).toEqual(tally(5, 1, 2));
	});
});
