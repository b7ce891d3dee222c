import type { Piece, StyledLine } from './styled-line.ts';

/** A stretch of the text, in UTF-16 units; of length 0 it marks the one character there. */
export interface Range {
	offset: number;
	length: number;
}

/** The same lines, with the pieces cut at the ranges' ends and marked where they are in one. */
export function markRanges(
	lines: readonly StyledLine[],
	ranges: readonly Range[]
): readonly StyledLine[] {
	if (ranges.length === 0) return lines;
	let offset = 0;
	return lines.map((line) =>
		line.flatMap((piece) => {
			const start = offset;
			offset += piece.text.length;
			return cut(piece, start, ranges);
		})
	);
}

function cut(piece: Piece, start: number, ranges: readonly Range[]): Piece[] {
	const end = start + piece.text.length;
	const touching = ranges.filter((range) => range.offset < end && endOf(range) > start);
	if (touching.length === 0) return [piece];
	const edges = new Set([start, end]);
	for (const range of touching) {
		edges.add(Math.max(start, range.offset));
		edges.add(Math.min(end, endOf(range)));
	}
	const sorted = [...edges].sort((a, b) => a - b);
	return sorted.slice(0, -1).map((from, index) => {
		const to = sorted[index + 1] ?? end;
		const marked = touching.some((range) => range.offset <= from && endOf(range) >= to);
		const text = piece.text.slice(from - start, to - start);
		return marked ? { ...piece, text, marked } : { ...piece, text };
	});
}

function endOf(range: Range): number {
	return range.offset + Math.max(1, range.length);
}
