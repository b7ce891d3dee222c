import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureOf } from '../../../tests/picture-of.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { mermaidText, printMermaid } from './mermaid.ts';

/** As Mermaid does once it has read a statement. */
function read(text: string): string {
	return text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

test('any text comes back as it was, on one line', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const written = mermaidText(text);
			expect(written).toMatch(/^[\p{L}\p{N} .,·()*/_→#;]+$/u);
			expect(written.replace(/#\d+;/g, '')).not.toMatch(/[#;]/);
			const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
			expect(read(written)).toBe(plain || ' ');
		})
	);
});

test.each(['call between two phones', 'warm transfer', 'socket lost and back'] as const)(
	'writes: %s',
	async (name) => {
		const text = printMermaid(pictureOf(scenarios[name]().entries, name));
		await expect(text).toMatchFileSnapshot(`golden/mermaid/${name.replaceAll(' ', '-')}.mmd`);
	}
);

test('one statement a row, however the words read', () => {
	const picture = pictureOf(scenarios.busy().entries, 'busy');
	const hostile = picture.rows.map((row) => ({ ...row, label: 'end\n; participant X: <b>' }));
	const lines = printMermaid({ ...picture, rows: hostile, footnotes: [] })
		.trimEnd()
		.split('\n');
	expect(lines).toHaveLength(4 + picture.lanes.length + picture.rows.length);
	expect(lines.join('\n')).not.toContain('<b>');
});
