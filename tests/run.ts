import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getChromium } from './get-chromium.ts';
import { runCommand } from './runners/command.ts';
import { tallyOfPlaywright } from './runners/playwright-report.ts';
import { printTally, settle, sum, type Tally } from './runners/tally.ts';
import { tallyOfVitest } from './runners/vitest-report.ts';

/**
 * `npm test`: every runner after the other, whatever the ones before it found. The last line is the
 * sum of all: `N passed, N failed, N skipped`.
 */
async function main(): Promise<void> {
	const reports = mkdtempSync(join(tmpdir(), 'sipscope-test-'));
	try {
		await getChromium();
		const results = [
			await runCheck('lint', 'npm run --silent lint'),
			await runCheck('types', 'npm run --silent check'),
			await runVitest(join(reports, 'vitest.json')),
			await runPlaywright(join(reports, 'playwright.json'))
		];
		console.log();
		for (const { name, tally } of results) console.log(`${name}: ${printTally(tally)}`);
		const total = sum(results.map(({ tally }) => tally));
		if (total.failed > 0) process.exitCode = 1;
		console.log(`\n${printTally(total)}`);
	} finally {
		rmSync(reports, { recursive: true });
	}
}

interface Result {
	name: string;
	tally: Tally;
}

/** A command that counts as one test. */
async function runCheck(name: string, command: string): Promise<Result> {
	announce(name);
	const failed = (await runCommand(command)) === 0 ? 0 : 1;
	return { name, tally: { passed: 1 - failed, failed, skipped: 0 } };
}

async function runVitest(report: string): Promise<Result> {
	announce('unit and browser tests');
	const reporters = `--reporter=default --reporter=json --outputFile.json="${report}"`;
	const exitCode = await runCommand(`npx vitest run ${reporters}`);
	return { name: 'unit and browser tests', tally: settle(read(report, tallyOfVitest), exitCode) };
}

async function runPlaywright(report: string): Promise<Result> {
	announce('end-to-end tests');
	const exitCode = await runCommand('npx playwright test -c tests/e2e --reporter=list,json', {
		PLAYWRIGHT_JSON_OUTPUT_FILE: report
	});
	return { name: 'end-to-end tests', tally: settle(read(report, tallyOfPlaywright), exitCode) };
}

function announce(name: string): void {
	console.log(`\n== ${name}`);
}

/** `undefined` where the runner ended before it could report, or reported nonsense. */
function read(report: string, tallyOf: (json: string) => Tally): Tally | undefined {
	try {
		return tallyOf(readFileSync(report, 'utf8'));
	} catch (error) {
		console.error('There is no report to count:', error instanceof Error ? error.message : error);
		return undefined;
	}
}

await main();
