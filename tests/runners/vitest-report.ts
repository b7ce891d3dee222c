import type { Tally } from './tally.ts';

interface Report {
	testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts a report of Vitest's JSON reporter. A file that failed outside of its tests counts as one. */
export function tallyOfVitest(json: string): Tally {
	const { testResults } = JSON.parse(json) as Report;
	const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
	for (const { status, assertionResults } of testResults) {
		const failed = assertionResults.filter((test) => test.status === 'failed').length;
		const passed = assertionResults.filter((test) => test.status === 'passed').length;
		tally.passed += passed;
		tally.failed += status === 'failed' ? Math.max(1, failed) : failed;
		tally.skipped += assertionResults.length - passed - failed;
	}
	return tally;
}
