/** A part of a text that is compared as a whole; all of them, joined, are the text. */
export interface Line {
	/** What it is about. Lines of one key are each other's counterparts, wherever they are. */
	key: string;
	text: string;
	depth: number;
}

/** The lines of a text, each with its own line ending. */
export function physicalLines(text: string): string[] {
	const lines: string[] = [];
	for (let start = 0; start < text.length;) {
		const feed = text.indexOf('\n', start);
		const end = feed < 0 ? text.length : feed + 1;
		lines.push(text.slice(start, end));
		start = end;
	}
	return lines;
}
