import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIALOG_STAGES, FEATURES, KINDS } from './criterion.ts';
import { isFilterError } from './filter-error.ts';
import { parseFilter } from './filter.ts';
import { KEYS } from './keys/keys.ts';

const documentation = readFileSync(new URL('../../../docs/filter.md', import.meta.url), 'utf8');

test('the documentation names every key, and what is to be chosen from', () => {
	for (const { key } of KEYS) expect(documentation).toContain(`\`${key}:\``);
	for (const word of [...KINDS, ...FEATURES, ...DIALOG_STAGES])
		expect(documentation).toContain(`\`${word}\``);
});

test('its examples, and those of the keys, are filters', () => {
	const rows = documentation.split('\n').filter((line) => /^\| `\w+:`/.test(line));
	const cells = rows.map((row) => row.split(' | ').at(-1) ?? '');
	const shown = cells.flatMap((cell) =>
		Array.from(cell.matchAll(/`([^`]+)`/g), ([, text = '']) => text)
	);
	const blocks = documentation.match(/^ {4}\S.*$/gm) ?? [];
	const written = blocks.map((line) => line.trim().split(/ {2,}/)[0] ?? '');
	const examples = [...shown, ...written, ...KEYS.flatMap((entry) => entry.examples)];
	expect(examples.length).toBeGreaterThan(50);
	for (const example of examples) {
		const filter = parseFilter(example);
		expect([example, isFilterError(filter) ? filter.message : '']).toEqual([example, '']);
	}
});
