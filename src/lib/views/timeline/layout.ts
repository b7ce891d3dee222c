import { positionOf } from './scale.ts';
import type { TimelineMark, TimelineRow, TimelineSpan, TimeWindow } from './timeline.ts';

/** A span, or several that are too short to be told apart. */
export interface DrawnSpan {
	kind: 'span';
	x: number;
	width: number;
	/** The first, or the longest of several. */
	span: TimelineSpan;
	count: number;
}

/** A mark, or several that are too close to be told apart. */
export interface DrawnMark {
	kind: 'mark';
	x: number;
	/** The most notable of them. */
	mark: TimelineMark;
	count: number;
}

export interface DrawnRow {
	row: TimelineRow;
	spans: DrawnSpan[];
	marks: DrawnMark[];
}

/** Nothing is drawn narrower, in pixels. */
const LEAST_WIDTH = 2;
/** Closer marks are one. */
const APART = 4;

const WEIGHTS = { faint: 0, good: 1, busy: 2, warning: 3, bad: 4 };

/**
 * Where the rows' spans and marks are drawn in a window of time, `width` pixels wide. However many there
 * are, no more come out than there is room for.
 */
export function layout(
	rows: readonly TimelineRow[],
	window: TimeWindow,
	width: number
): DrawnRow[] {
	if (width <= 0) return rows.map((row) => ({ row, spans: [], marks: [] }));
	return rows.map((row) => ({
		row,
		spans: drawSpans(row.spans, window, width),
		marks: drawMarks(row.marks, window, width)
	}));
}

function drawSpans(spans: readonly TimelineSpan[], window: TimeWindow, width: number): DrawnSpan[] {
	const drawn: DrawnSpan[] = [];
	const latest = new Map<TimelineSpan['track'], DrawnSpan>();
	for (const span of spans) {
		if (span.to < window.from || span.from > window.to) continue;
		const left = Math.max(0, positionOf(span.from, window, width));
		const right = Math.min(width, positionOf(span.to, window, width));
		const wide = Math.max(LEAST_WIDTH, right - left);
		const last = latest.get(span.track);
		if (last && isSpeck(wide) && isSpeck(last.width) && left < last.x + last.width) {
			join(last, span);
			continue;
		}
		const one: DrawnSpan = { kind: 'span', x: left, width: wide, span, count: 1 };
		latest.set(span.track, one);
		drawn.push(one);
	}
	return drawn;
}

function isSpeck(width: number): boolean {
	return width <= LEAST_WIDTH;
}

function join(drawn: DrawnSpan, span: TimelineSpan): void {
	drawn.count++;
	if (WEIGHTS[span.tone] > WEIGHTS[drawn.span.tone]) drawn.span = span;
}

function drawMarks(marks: readonly TimelineMark[], window: TimeWindow, width: number): DrawnMark[] {
	const drawn: DrawnMark[] = [];
	const latest = new Map<TimelineMark['track'], DrawnMark>();
	for (const mark of marks) {
		if (mark.at < window.from || mark.at > window.to) continue;
		const x = positionOf(mark.at, window, width);
		const last = latest.get(mark.track);
		if (last && x - last.x < APART) {
			last.count++;
			if (WEIGHTS[mark.tone] > WEIGHTS[last.mark.tone]) last.mark = mark;
			continue;
		}
		const one: DrawnMark = { kind: 'mark', x, mark, count: 1 };
		latest.set(mark.track, one);
		drawn.push(one);
	}
	return drawn;
}
