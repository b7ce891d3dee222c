import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleTable } from '../../../../tests/findings/rule-table.ts';
import { RULES } from './rules.ts';

test('docs/findings.md tells of every rule what the rule tells of itself', () => {
	const page = readFileSync(new URL('../../../../docs/findings.md', import.meta.url), 'utf8');
	const [table] = /^\| id \|[^]*?\|$(?!\n\|)/m.exec(page) ?? [];
	expect(table).toBe(ruleTable(RULES));
});

test('every id is one rule’s, in the words of its file', () => {
	expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
	for (const { id, title, fires } of RULES) {
		expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
		expect(title).toMatch(/^[A-Z].*[^.]$/);
		expect(fires).toMatch(/^[A-Z0-9].*\.$/);
	}
});
