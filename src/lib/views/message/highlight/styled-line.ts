/** A stretch of a line in one style. */
export interface Piece {
	text: string;
	/** A CSS colour; absent for plain ink. */
	color?: string;
	bold?: boolean;
	/** Something is wrong here. */
	marked?: boolean;
	/** It is what was looked for. */
	found?: boolean;
}

/** A line with its own line ending; the pieces of all lines, joined, are the text. */
export type StyledLine = readonly Piece[];

/** The lines of `text` without any style. Lines end at LF, as SIP's do; a lone CR is inside a line. */
export function plainLines(text: string): StyledLine[] {
	const lines: StyledLine[] = [];
	for (let start = 0; start < text.length;) {
		const feed = text.indexOf('\n', start);
		const end = feed < 0 ? text.length : feed + 1;
		lines.push([{ text: text.slice(start, end) }]);
		start = end;
	}
	return lines;
}

export function textOf(lines: readonly StyledLine[]): string {
	return lines.map((line) => line.map((piece) => piece.text).join('')).join('');
}
