import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Benchmark, type Result, run } from './benchmark.ts';
import { closeBenchApp } from './browser/bench-app.ts';
import { printTable } from './table.ts';

/**
 * `npm run bench [-- [--json] [NAME…]]`: measures what the `*.bench.ts` files beside this one export
 * as `benchmarks`. NAME is a benchmark's, or the area before its slash.
 */
async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean', default: false } },
		allowPositionals: true
	});
	const all = await findBenchmarks();
	const chosen = all.filter(({ name }) => isChosen(name, positionals));
	if (chosen.length === 0) {
		console.error(`No such benchmark. There are:\n  ${all.map(({ name }) => name).join('\n  ')}`);
		process.exitCode = 2;
		return;
	}

	const results: Result[] = [];
	for (const benchmark of chosen) {
		if (benchmark.lacks) {
			console.error(`${benchmark.name} is left out: there is no ${benchmark.lacks} here.`);
			continue;
		}
		const result = await run(benchmark);
		results.push(result);
		if (values.json) console.log(JSON.stringify(result));
	}
	if (!values.json) console.log(printTable(results));
	await closeBenchApp();
}

async function findBenchmarks(): Promise<Benchmark[]> {
	const files = readdirSync(new URL('.', import.meta.url)).filter((file) =>
		file.endsWith('.bench.ts')
	);
	const modules = await Promise.all(
		files.sort().map((file) => import(new URL(file, import.meta.url).href))
	);
	return (modules as { benchmarks: readonly Benchmark[] }[]).flatMap(
		({ benchmarks }) => benchmarks
	);
}

function isChosen(name: string, wanted: readonly string[]): boolean {
	return wanted.length === 0 || wanted.some((word) => name === word || name.startsWith(`${word}/`));
}

await main();
