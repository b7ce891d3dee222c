import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Benchmark } from './benchmark.ts';
import { writeCapture } from './capture.ts';
import { type Measured, measureProcess, PROC } from './measured-process.ts';

const MESSAGES = 100_000;

const folder = mkdtempSync(join(tmpdir(), 'sipscope-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true }));
const capture = join(folder, 'calls.pcap');

const sipscope = [process.execPath, join(folder, 'dist/sipscope.js'), 'calls', capture];
const tshark = ['tshark', '-r', capture, '-Y', 'sip', '-T', 'fields', '-e', 'sip.Call-ID'];
const sngrep = ['sngrep', '-I', capture, '-N', '-q'];

/** The capture, and the command line as the package has it. */
async function prepare(): Promise<void> {
	if (existsSync(capture)) return;
	const outDir = join(folder, 'dist');
	await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir } });
	await writeCapture(capture, MESSAGES);
}

async function measured(command: readonly string[]): Promise<Measured> {
	await prepare();
	return measureProcess(command);
}

const time = (command: readonly string[]) => async () => (await measured(command)).milliseconds;
const peak = (command: readonly string[]) => async () => (await measured(command)).peakMegabytes;

const faster = (value: number, baselineValue: number): number => baselineValue / value;
const larger = (value: number, baselineValue: number): number => value / baselineValue;

/** What is not installed, of what a benchmark needs. */
function missing(program: string): string | undefined {
	return spawnSync(program, ['--version']).error ? program : undefined;
}

const noTshark = missing('tshark');
const noSngrep = missing('sngrep');

export const benchmarks: readonly Benchmark[] = [
	{
		name: 'command-line/calls-tshark',
		unit: 'ms',
		measure: time(sipscope),
		baseline: { name: 'tshark, Call-IDs', measure: time(tshark) },
		ratio: faster,
		target: '>= 6',
		lacks: noTshark
	},
	{
		name: 'command-line/calls-sngrep',
		unit: 'ms',
		measure: time(sipscope),
		baseline: { name: 'sngrep', measure: time(sngrep) },
		ratio: faster,
		target: '>= 3',
		lacks: noSngrep
	},
	{
		name: 'command-line/memory-tshark',
		unit: 'MB at most',
		measure: peak(sipscope),
		baseline: { name: 'tshark', measure: peak(tshark) },
		ratio: larger,
		target: '<= 1',
		lacks: PROC ?? noTshark
	},
	{
		name: 'command-line/memory-sngrep',
		unit: 'MB at most',
		measure: peak(sipscope),
		baseline: { name: 'sngrep', measure: peak(sngrep) },
		ratio: larger,
		target: null,
		lacks: PROC ?? noSngrep
	}
];
