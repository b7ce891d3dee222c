import { PALETTES, type Theme } from './palette.ts';
import type { Picture } from './picture.ts';
import type { Row, TimedRow } from './row.ts';
import { legend } from './svg-legend.ts';
import { HEADS_HEIGHT, laneHeads } from './svg-heads.ts';
import { rowDrawing, ROW_HEIGHT } from './svg-rows.ts';
import { type Sheet, sheetOf } from './svg-sheet.ts';
import { element, textAt, xmlText } from './svg-text.ts';
import { cutToWidth } from './text-width.ts';

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
	const height = Math.ceil(bottom + 14 + foot.height + sheet.pad);
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

function rowDrawings({ rows, times }: Picture, sheet: Sheet, top: number): string[] {
	let above: TimedRow | undefined;
	return rows.map((row: Row, index) => {
		const drawn = rowDrawing(row, row.type === 'gap' ? undefined : times(row, above), sheet);
		if (row.type !== 'gap') above = row;
		return element('g', { transform: `translate(0 ${top + index * ROW_HEIGHT})` }, drawn);
	});
}
