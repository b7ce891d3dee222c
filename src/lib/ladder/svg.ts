import type { Lane } from './lane.ts';
import { PALETTES, type Palette, type Theme } from './palette.ts';
import type { Picture } from './picture.ts';
import type { Row, TimedRow } from './row.ts';
import { legend } from './svg-legend.ts';
import { rowDrawing, ROW_HEIGHT, wordsWidth } from './svg-rows.ts';
import type { Sheet } from './svg-sheet.ts';
import { element, textAt, xmlText } from './svg-text.ts';
import { cutToWidth, textWidth } from './text-width.ts';

const PAD = 24;
const TIMES_WIDTH = 132;
/** From the outer lanes to the times and to the end. */
const MARGIN = 76;
const LEAST_PITCH = 150;
const MOST_PITCH = 380;
const HEADS_HEIGHT = 44;

/**
 * A ladder as an SVG file: one that needs nothing else, neither fonts nor styles. Text of the trace is
 * text in it, whatever it is.
 */
export function printSvg(picture: Picture, theme: Theme): string {
	const palette = PALETTES[theme];
	const sheet = sheetOf(picture, palette);
	const head = headDrawing(picture, sheet);
	const top = head.height + HEADS_HEIGHT;
	const bottom = top + picture.rows.length * ROW_HEIGHT + 10;
	const foot = legend(picture, sheet, bottom + 14);
	const height = Math.ceil(bottom + 14 + foot.height + PAD);
	const { width } = sheet;
	const lifelines = sheet.lanes.map((x) =>
		element('path', { d: `M${x} ${top - 4}V${bottom}`, stroke: palette.lineStrong })
	);
	const body = [
		`<title>${xmlText(picture.title)}</title>`,
		element('rect', { width, height, fill: palette.ground }),
		...head.lines,
		laneHeads(picture.lanes, sheet, head.height),
		...lifelines,
		...rowDrawings(picture, sheet, top),
		...foot.lines
	];
	const root = {
		xmlns: 'http://www.w3.org/2000/svg',
		width,
		height,
		viewBox: `0 0 ${width} ${height}`,
		role: 'img',
		'font-family': 'system-ui, sans-serif',
		'font-size': 12,
		fill: 'none'
	};
	return `${element('svg', root, `\n${body.join('\n')}\n`)}\n`;
}

/** As wide as the longest words between two lanes need, within reason. */
function sheetOf(picture: Picture, palette: Palette): Sheet {
	const spaces = Math.max(1, picture.lanes.length - 1);
	let pitch = LEAST_PITCH;
	for (const row of picture.rows) {
		if (row.type === 'gap' || row.type === 'mark') continue;
		const span = Math.max(1, Math.abs(row.from - row.to));
		pitch = Math.max(pitch, (wordsWidth(row, picture.legs) + 28) / span);
	}
	pitch = Math.round(Math.min(pitch, MOST_PITCH));
	const first = PAD + TIMES_WIDTH + MARGIN;
	const lanes = picture.lanes.map((_, index) => first + index * pitch);
	const needed = Math.max(first + spaces * pitch + MARGIN + PAD, 560);
	const width = Math.ceil(Math.max(needed, textWidth(picture.title, 16, true) + 2 * PAD));
	return { palette, pad: PAD, lanes, pitch, width, legs: picture.legs };
}

function headDrawing({ title, caption, legs }: Picture, { palette, width, pad }: Sheet) {
	const room = width - 2 * pad;
	const big = { 'font-size': 16, 'font-weight': 600, fill: palette.ink };
	const small = { 'font-size': 11, fill: palette.inkDim };
	const lines = [textAt(pad, 38, cutToWidth(title, room, 16, true), big)];
	let height = 46;
	if (caption !== '') {
		lines.push(textAt(pad, (height += 12), cutToWidth(caption, room, 11), small));
		height += 6;
	}
	for (const [index, { name, title: parties, callId }] of legs.entries()) {
		const fill = palette.accents[index % palette.accents.length];
		height += 17;
		lines.push(textAt(pad, height, name, { 'font-size': 11, 'font-weight': 700, fill }));
		const words = cutToWidth(`${parties}   Call-ID ${callId}`, room - 20, 11);
		lines.push(textAt(pad + 20, height, words, small));
	}
	return { lines, height: height + 10 };
}

function laneHeads(lanes: readonly Lane[], { palette, lanes: places, pitch }: Sheet, top: number) {
	let phones = 0;
	return lanes
		.map(({ title, subtitle, kind }, index) => {
			const x = places[index] ?? 0;
			const name = cutToWidth(title, pitch - 28, 12, true);
			const fill =
				kind === 'server' ? palette.inkFaint : palette.accents[phones++ % palette.accents.length];
			const left = x - textWidth(name, 12, true) / 2 - 8;
			const middle = { 'text-anchor': 'middle' };
			return [
				element('rect', {
					x: Math.round(left) - 4,
					y: top + 7,
					width: 8,
					height: 8,
					rx: 2.5,
					fill
				}),
				textAt(x + 4, top + 15, name, { ...middle, 'font-weight': 600, fill: palette.ink }),
				textAt(x, top + 30, cutToWidth(subtitle, pitch - 8, 11), {
					...middle,
					'font-size': 11,
					fill: palette.inkDim
				})
			].join('');
		})
		.join('\n');
}

function rowDrawings({ rows, times }: Picture, sheet: Sheet, top: number): string[] {
	let above: TimedRow | undefined;
	return rows.map((row: Row, index) => {
		const drawn = rowDrawing(row, row.type === 'gap' ? undefined : times(row, above), sheet);
		if (row.type !== 'gap') above = row;
		return element('g', { transform: `translate(0 ${top + index * ROW_HEIGHT})` }, drawn);
	});
}
