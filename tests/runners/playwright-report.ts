import type { Tally } from './tally.ts';

interface Report {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	/** What went wrong outside of tests. */
	errors: unknown[];
}

/** Counts a report of Playwright's JSON reporter. A test that is flaky has failed. */
export function tallyOfPlaywright(json: string): Tally {
	const { stats, errors } = JSON.parse(json) as Report;
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + errors.length,
		skipped: stats.skipped
	};
}
