/** How many tests a runner ran, and how they ended. */
export interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

export function sum(tallies: readonly Tally[]): Tally {
	return tallies.reduce(
		(total, { passed, failed, skipped }) => ({
			passed: total.passed + passed,
			failed: total.failed + failed,
			skipped: total.skipped + skipped
		}),
		{ passed: 0, failed: 0, skipped: 0 }
	);
}

export function printTally({ passed, failed, skipped }: Tally): string {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * What a runner's report and its exit code say together. A runner that ended badly without a failed
 * test, left no report, or ran no test has failed once.
 */
export function settle(reported: Tally | undefined, exitCode: number): Tally {
	const tally = reported ?? { passed: 0, failed: 0, skipped: 0 };
	const ran = tally.passed + tally.failed > 0;
	const broken = tally.failed === 0 && (exitCode !== 0 || !ran);
	return broken ? { ...tally, failed: 1 } : tally;
}
