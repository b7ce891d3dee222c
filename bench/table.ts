import { type Result, meetsTarget } from './benchmark.ts';

const COLUMNS = ['benchmark', 'value', 'baseline', 'ratio', 'target'];

/** The results as a table, one a line, columns aligned. */
export function printTable(results: readonly Result[]): string {
	const rows = [
		COLUMNS,
		...results.map((result) => [
			result.name,
			`${rounded(result.value)} ${result.unit}`,
			`${rounded(result.baselineValue)} (${result.baseline})`,
			result.ratio.toFixed(2),
			result.target === null ? '' : `${result.target} ${meetsTarget(result) ? 'met' : 'MISSED'}`
		])
	];
	const widths = COLUMNS.map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0))
	);
	return rows
		.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
		.map((line) => line.trimEnd())
		.join('\n');
}

/** Three significant digits, with thousands apart. */
function rounded(value: number): string {
	return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
