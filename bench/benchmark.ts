/** Something measured beside a baseline, in the same run. */
export interface Benchmark {
	/** `area/what`; `npm run bench -- area` runs all of an area. */
	name: string;
	unit: string;
	/** One sample, in `unit`. */
	measure: () => number | Promise<number>;
	/** What it is measured against. */
	baseline: { name: string; measure: () => number | Promise<number> };
	/** What the target is about, from the two medians. */
	ratio: (value: number, baselineValue: number) => number;
	/** `>= N` or `<= N`; `null` where there is nothing to keep. */
	target: `${'>=' | '<='} ${number}` | null;
	/** It takes a minute and repeats itself enough: one sample, without warming up. */
	once?: true;
	/** What this machine lacks for it, where it lacks something: then it is left out. */
	lacks?: string;
}

/** One line of the report. */
export interface Result {
	name: string;
	value: number;
	unit: string;
	baseline: string;
	baselineValue: number;
	ratio: number;
	target: Benchmark['target'];
}

const SAMPLES = 5;
/** Each side is warmed up so long, in milliseconds: V8 compiles larger code again and again. */
const WARM_UP = 2_000;

/** Medians of five, unless told otherwise. Samples alternate with the baseline's, so that a slow moment slows both. */
export async function run(benchmark: Benchmark): Promise<Result> {
	const { name, unit, baseline, target } = benchmark;
	const samples = benchmark.once ? 1 : SAMPLES;
	if (!benchmark.once) {
		await warmUp(baseline.measure);
		await warmUp(benchmark.measure);
	}

	const values: number[] = [];
	const baselineValues: number[] = [];
	for (let sample = 0; sample < samples; sample++) {
		baselineValues.push(await baseline.measure());
		values.push(await benchmark.measure());
	}
	const value = median(values);
	const baselineValue = median(baselineValues);
	const ratio = benchmark.ratio(value, baselineValue);
	return { name, value, unit, baseline: baseline.name, baselineValue, ratio, target };
}

/** Compilation is no part of what is measured. */
async function warmUp(measure: Benchmark['measure']): Promise<void> {
	const until = performance.now() + WARM_UP;
	do await measure();
	while (performance.now() < until);
}

/** Whether the ratio keeps to the target; `true` where there is none. */
export function meetsTarget({ ratio, target }: Pick<Result, 'ratio' | 'target'>): boolean {
	if (target === null) return true;
	const bound = Number(target.slice(3));
	return target.startsWith('>=') ? ratio >= bound : ratio <= bound;
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? Number.NaN;
}
