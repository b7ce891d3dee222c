import type { Leg } from './leg.ts';
import { isTrouble } from './mark-trouble.ts';
import type { PictureTimes } from './picture.ts';
import type { FoldLine, Gap, Mark, Missing, Row, Rung } from './row.ts';
import { asideOf, onOneLine } from './row-words.ts';
import type { Sheet } from './svg-sheet.ts';
import { element, textAt, xmlText } from './svg-text.ts';
import { cutToWidth, textWidth } from './text-width.ts';

export const ROW_HEIGHT = 26;
/** Where an arrow, and the words above it, stand in a row. */
const LINE = 20;
const WORDS = 13;
const MIDDLE = 13;
const SMALL = 11;
const TINY = 9.5;
const MONO = { 'font-family': 'ui-monospace, monospace' };

/** Rows that go from lane to lane. */
type Crossing = Rung | FoldLine | Missing;

/** The words of a row from lane to lane, in pixels. */
export function wordsWidth(row: Crossing, legs: readonly Leg[]): number {
	const label = textWidth(onOneLine(row.label), 12, true);
	const note = noteOf(row);
	const cseq = cseqOf(row);
	return (
		label +
		(note ? 8 + textWidth(note, SMALL) : 0) +
		(cseq ? 8 + textWidth(cseq, TINY) : 0) +
		(legNameOf(row, legs) ? 20 : 0)
	);
}

/** One row, with its upper edge at 0. */
export function rowDrawing(row: Row, times: PictureTimes | undefined, sheet: Sheet): string {
	const drawn = row.type === 'gap' ? gapDrawing(row, sheet) : undefined;
	if (row.type === 'gap' || times === undefined) return drawn ?? '';
	const time = timesDrawing(times, sheet, row.type === 'mark' ? 17 : WORDS);
	return time + (row.type === 'mark' ? markDrawing(row, sheet) : crossingDrawing(row, sheet));
}

function timesDrawing({ time, delta, slow }: PictureTimes, sheet: Sheet, y: number): string {
	const { palette, pad } = sheet;
	const mono = { ...MONO, 'font-size': 11 };
	const since = textAt(pad + 62, y, time, { ...mono, 'text-anchor': 'end', fill: palette.inkDim });
	if (delta === '') return since;
	const fill = slow ? palette.warning : palette.inkFaint;
	return (
		since + textAt(pad + 70, y, delta, { ...mono, fill, 'font-weight': slow ? 700 : undefined })
	);
}

function crossingDrawing(row: Crossing, sheet: Sheet): string {
	const ends = [sheet.lanes[row.from] ?? 0, sheet.lanes[row.to] ?? 0] as const;
	const [left, right] = [Math.min(...ends), Math.max(...ends)];
	const colour = row.type === 'missing' ? sheet.palette.bad : sheet.palette.tones[row.tone];
	return wordsDrawing(row, sheet, left, right, colour) + strokeDrawing(row, ends, colour);
}

/** Words, on a ground of their own, since those that are too long cross lines. */
function wordsDrawing(row: Crossing, sheet: Sheet, left: number, right: number, fill: string) {
	const { palette } = sheet;
	const room = right - left - 16;
	const leg = legNameOf(row, sheet.legs);
	const label = cutToWidth(onOneLine(row.label), room, 12, true);
	const rest = room - textWidth(label, 12, true) - 8 - (leg ? 20 : 0);
	const note = rest > 30 ? cutToWidth(noteOf(row), rest, SMALL) : '';
	const free = rest - (note ? textWidth(note, SMALL) + 8 : 0);
	const cseq = textWidth(cseqOf(row), TINY) < free ? cseqOf(row) : '';
	const parts = [
		leg && span(leg, { 'font-size': SMALL, 'font-weight': 700, fill: legColour(row, sheet) }),
		span(label, { 'font-weight': 600, fill, dx: leg ? 6 : undefined }),
		note && span(note, { 'font-size': SMALL, fill: palette.inkDim, dx: 7 }),
		cseq && span(cseq, { ...MONO, 'font-size': TINY, fill: palette.inkFaint, dx: 8 })
	];
	const around = { stroke: palette.ground, 'stroke-width': 5, 'stroke-linejoin': 'round' };
	const place = { x: (left + right) / 2, y: WORDS, 'text-anchor': 'middle' };
	return element('text', { ...place, ...around, 'paint-order': 'stroke' }, parts.join(''));
}

function span(text: string, attributes: Record<string, string | number | undefined>): string {
	return element('tspan', attributes, xmlText(text) || ' ');
}

function strokeDrawing(row: Crossing, [from, to]: readonly [number, number], stroke: string) {
	const towards = from < to ? 1 : -1;
	if (row.type === 'fold') {
		const [left, right] = [Math.min(from, to) + 4, Math.max(from, to) - 4];
		const d = `M${left} ${LINE - 2}H${right}M${left} ${LINE + 2}H${right}`;
		return element('path', { d, stroke, opacity: 0.6 });
	}
	if (row.type === 'missing') {
		const line = element('path', {
			d: `M${from + 4 * towards} ${LINE}H${to - 6 * towards}`,
			stroke,
			'stroke-width': 1.5,
			'stroke-dasharray': '1.5 3.5'
		});
		const back = to - 10 * towards;
		return (
			line +
			element('path', {
				d: `M${back} ${LINE - 4}L${to - 3 * towards} ${LINE}L${back} ${LINE + 4}`,
				stroke
			})
		);
	}
	return arrowDrawing(row, from, to, stroke);
}

/** What never left its phone ends midway, at a cross. */
function arrowDrawing({ response, message }: Rung, from: number, to: number, stroke: string) {
	const towards = from < to ? 1 : -1;
	const lost = message.entry.undelivered ?? false;
	const end = lost ? Math.round(from + (to - from) * 0.6) : to;
	const line = element('path', {
		d: `M${from + 4 * towards} ${LINE}H${end - 9 * towards}`,
		stroke,
		'stroke-width': 1.5,
		'stroke-dasharray': response ? '5 3' : undefined
	});
	if (lost) {
		const d = `M${end - 4} ${LINE - 4}l8 8m0 -8l-8 8`;
		return line + element('path', { d, stroke, 'stroke-width': 1.5 });
	}
	const back = end - 11 * towards;
	const d = `M${end - 2 * towards} ${LINE}L${back} ${LINE - 4.5}V${LINE + 4.5}z`;
	return line + element('path', { d, fill: stroke });
}

function markDrawing(row: Mark, sheet: Sheet): string {
	const { palette, lanes, width, pad } = sheet;
	const x = lanes[row.lane] ?? 0;
	const fill = isTrouble(row.entry) ? palette.bad : palette.tones[row.tone];
	const before = row.lane > 0 && row.lane === lanes.length - 1;
	const room = before ? x - (lanes[0] ?? 0) - 20 : width - pad - x - 14;
	const label = cutToWidth(onOneLine(row.label), room, SMALL);
	const note = cutToWidth(onOneLine(row.note), room - textWidth(label, SMALL) - 6, SMALL);
	const around = { stroke: palette.ground, 'stroke-width': 4, 'paint-order': 'stroke' };
	const anchor = { 'text-anchor': before ? 'end' : undefined };
	const place = { x: before ? x - 11 : x + 11, y: 17, 'font-size': SMALL };
	const words = span(label, { fill }) + (note ? span(note, { fill: palette.inkFaint, dx: 6 }) : '');
	const diamond = `M${x} ${MIDDLE - 5}l5 5l-5 5l-5 -5z`;
	return (
		element('path', { d: diamond, fill: palette.pane, stroke: fill, 'stroke-width': 1.5 }) +
		element('text', { ...place, ...anchor, ...around }, words)
	);
}

function gapDrawing({ label }: Gap, { palette, lanes }: Sheet): string {
	const [first, last] = [lanes[0] ?? 0, lanes.at(-1) ?? 0];
	const middle = (first + last) / 2;
	const half = textWidth(label, SMALL) / 2 + 10;
	const line = { stroke: palette.lineStrong, 'stroke-dasharray': '3 3' };
	const pill = { x: middle - half, y: 4, width: 2 * half, height: 18, rx: 9 };
	return (
		element('path', { d: `M${first - 30} ${MIDDLE}H${last + 30}`, ...line }) +
		element('rect', { ...pill, fill: palette.ground, stroke: palette.line }) +
		textAt(middle, 17, label, { 'text-anchor': 'middle', 'font-size': SMALL, fill: palette.inkDim })
	);
}

function noteOf(row: Crossing): string {
	return onOneLine([asideOf(row), row.note].filter(Boolean).join('  '));
}

function cseqOf(row: Crossing): string {
	return row.type === 'rung' && row.cseq >= 0 ? String(row.cseq) : '';
}

function legNameOf(row: Crossing, legs: readonly Leg[]): string {
	return row.type === 'rung' ? (legs[row.leg]?.name ?? '') : '';
}

function legColour(row: Crossing, { palette }: Sheet): string | undefined {
	return row.type === 'rung' ? palette.accents[row.leg % palette.accents.length] : undefined;
}
