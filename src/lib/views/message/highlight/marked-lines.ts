import type { Piece, StyledLine } from './styled-line.ts';

/** A stretch of the text, in UTF-16 units; of length 0 it marks the one character there. */
export interface Range {
	offset: number;
	length: number;
}

/** The same lines, with the pieces cut at the ranges' ends and marked, as what, where they are in one. */
export function markRanges(
	lines: readonly StyledLine[],
	ranges: readonly Range[],
	mark: 'marked' | 'found' = 'marked'
): readonly StyledLine[] {
	if (ranges.length === 0) return lines;
	const marks = joined(ranges);
	let next = 0;
	let offset = 0;
	return lines.map((line) =>
		line.flatMap((piece) => {
			const start = offset;
			offset += piece.text.length;
			while ((marks[next]?.end ?? Infinity) <= start) next++;
			return cut(piece, start, marks, next, mark);
		})
	);
}

interface Mark {
	start: number;
	end: number;
}

/** The ranges in order, those that touch made one. */
function joined(ranges: readonly Range[]): Mark[] {
	const marks: Mark[] = [];
	for (const { offset, length } of [...ranges].sort((a, b) => a.offset - b.offset)) {
		const end = offset + Math.max(1, length);
		const last = marks.at(-1);
		if (last && offset <= last.end) last.end = Math.max(last.end, end);
		else marks.push({ start: offset, end });
	}
	return marks;
}

/** A piece that begins at `start`, cut by the marks from the `next` on. */
function cut(
	piece: Piece,
	start: number,
	marks: readonly Mark[],
	next: number,
	as: 'marked' | 'found'
): Piece[] {
	const end = start + piece.text.length;
	const pieces: Piece[] = [];
	let at = start;
	for (let mark = marks[next]; mark && mark.start < end; mark = marks[++next]) {
		const from = Math.max(at, mark.start);
		const to = Math.min(end, mark.end);
		if (from > at) pieces.push({ ...piece, text: piece.text.slice(at - start, from - start) });
		pieces.push({ ...piece, text: piece.text.slice(from - start, to - start), [as]: true });
		at = to;
	}
	if (at === start) return [piece];
	if (at < end) pieces.push({ ...piece, text: piece.text.slice(at - start) });
	return pieces;
}
