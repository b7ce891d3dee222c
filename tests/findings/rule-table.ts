import type { AnyRule } from '../../src/lib/analysis/rules/rule.ts';

/** The rules as `docs/findings.md` lists them, a line each. */
export function ruleTable(rules: readonly AnyRule[]): string {
	const rows = rules.map(({ id, severity, title, fires, source }) =>
		[`\`${id}\``, severity, title, fires, source].map(escaped).join(' | ')
	);
	return [...HEAD, ...rows].map((row) => `| ${row} |`).join('\n');
}

const HEAD = ['id | severity | says | fires when | source', '--- | --- | --- | --- | ---'];

function escaped(cell: string): string {
	return cell.replaceAll('|', '\\|');
}
