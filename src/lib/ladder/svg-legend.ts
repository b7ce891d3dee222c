import type { Palette } from './palette.ts';
import type { Picture } from './picture.ts';
import type { Row } from './row.ts';
import type { Sheet } from './svg-sheet.ts';
import { element, textAt } from './svg-text.ts';
import { cutToWidth, textWidth } from './text-width.ts';
import type { Tone } from './tone.ts';

const SMALL = 10.5;
const LINE_HEIGHT = 18;

const TONE_NAMES: Readonly<Partial<Record<Tone, string>>> = {
	s1: '1xx, provisional',
	s2: '2xx, success',
	s3: '3xx, redirection',
	s4: '4xx, refused by the client side',
	s5: '5xx, server failed',
	s6: '6xx, refused everywhere'
};

interface Sign {
	readonly words: string;
	readonly draw: (x: number, y: number) => string;
}

/** What the signs of a picture mean, those that it has, and what of it is hidden. */
export function legend(
	{ rows, footnotes }: Picture,
	{ palette, pad, width }: Sheet,
	top: number
): { lines: string[]; height: number } {
	const lines: string[] = [];
	let [x, y] = [pad, top + 12];
	for (const { words, draw } of signsOf(rows, palette)) {
		const length = 26 + textWidth(words, SMALL) + 16;
		if (x > pad && x + length > width - pad) [x, y] = [pad, y + LINE_HEIGHT];
		lines.push(draw(x, y - 4));
		lines.push(textAt(x + 26, y, words, { 'font-size': SMALL, fill: palette.inkDim }));
		x += length;
	}
	for (const note of footnotes) {
		y += LINE_HEIGHT;
		const words = cutToWidth(note, width - 2 * pad, SMALL);
		lines.push(textAt(pad, y, words, { 'font-size': SMALL, fill: palette.inkFaint }));
	}
	return { lines, height: y - top };
}

function signsOf(rows: readonly Row[], palette: Palette): Sign[] {
	const has = (type: Row['type']) => rows.some((row) => row.type === type);
	const rungs = rows.filter((row) => row.type === 'rung');
	const signs: Sign[] = [];
	if (rungs.some(({ response }) => !response)) signs.push(stroke('request', palette.inkDim));
	if (rungs.some(({ response }) => response)) signs.push(stroke('response', palette.inkDim, '5 3'));
	const classes = new Set(rungs.filter(({ response }) => response).map(({ tone }) => tone));
	for (const tone of [...classes].sort())
		signs.push(stroke(TONE_NAMES[tone] ?? tone, palette.tones[tone], '5 3'));
	if (has('fold')) signs.push(double('folded', palette.inkDim));
	if (has('missing')) signs.push(stroke('never came', palette.bad, '1.5 3.5'));
	if (has('mark')) signs.push(diamond('socket, phone or media', palette));
	return signs;
}

function stroke(words: string, colour: string, dashes?: string): Sign {
	return {
		words,
		draw: (x, y) =>
			element('path', {
				d: `M${x} ${y}h20`,
				stroke: colour,
				'stroke-width': 1.5,
				'stroke-dasharray': dashes
			})
	};
}

function double(words: string, colour: string): Sign {
	return {
		words,
		draw: (x, y) => element('path', { d: `M${x} ${y - 2}h20M${x} ${y + 2}h20`, stroke: colour })
	};
}

function diamond(words: string, palette: Palette): Sign {
	return {
		words,
		draw: (x, y) =>
			element('path', {
				d: `M${x + 10} ${y - 5}l5 5l-5 5l-5 -5z`,
				fill: palette.pane,
				stroke: palette.tones.phone,
				'stroke-width': 1.5
			})
	};
}
