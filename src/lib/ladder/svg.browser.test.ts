import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureOf } from '../../../tests/picture-of.ts';
import { ladderScenes } from '../../../tests/ladder-scenes.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import type { Picture } from './picture.ts';
import { printSvg } from './svg.ts';

const busy = pictureOf(scenarios.busy().entries, 'busy');

function parsed(svg: string): Document {
	const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
	expect(read.querySelector('parsererror')?.textContent).toBeUndefined();
	return read;
}

/** The same words everywhere that words of a trace are. */
function saying(words: string): Picture {
	return {
		...busy,
		title: words,
		caption: words,
		footnotes: [words],
		lanes: busy.lanes.map((lane) => ({ ...lane, title: words, subtitle: words })),
		rows: busy.rows.map((row) => ({ ...row, label: words, note: words }))
	};
}

test('whatever its words, it is well-formed, and words are words', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (words) => {
			const read = parsed(printSvg(saying(words), 'light'));
			const names = new Set([...read.querySelectorAll('*')].map(({ localName }) => localName));
			expect([...names].sort()).toEqual(['g', 'path', 'rect', 'svg', 'text', 'title', 'tspan']);
		}),
		{ numRuns: 200 }
	);
	for (const words of [
		'</text><script>alert(1)</script>',
		'"><image href=x onerror=1>',
		']]>&amp;'
	])
		expect(parsed(printSvg(saying(words), 'dark')).querySelector('title')?.textContent).toBe(words);
});

test.each(Object.entries({ ...scenarios, ...ladderScenes }))('stands alone: %s', (name, scene) => {
	const svg = printSvg(pictureOf(scene().entries, name), 'light');
	const read = parsed(svg);
	expect(svg).not.toMatch(/href|url\(|@import|<style|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
	const width = Number(read.documentElement.getAttribute('width'));
	document.body.innerHTML = svg;
	for (const words of document.querySelectorAll('text')) {
		const { x, width: length } = words.getBBox();
		expect([words.textContent, x >= 0 && x + length <= width + 1]).toEqual([
			words.textContent,
			true
		]);
	}
	document.body.innerHTML = '';
});
