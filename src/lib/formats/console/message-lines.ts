import { parseContentLength } from '../../sip/fields/content-length.ts';
import { bodyLength, isStartLine } from '../../sip/framing.ts';

/** What the lines after a marker are: a message, and lines of something else. */
export interface MessageLines {
	/** As on the wire; `undefined` where none begins there. */
	readonly text: string | undefined;
	/** How many of the lines that hold anything are no part of it. */
	readonly otherLines: number;
}

/**
 * Makes a message of the lines that a console printed. Consoles save CR LF as LF; a body's length tells
 * where it ends, and which of the two it had.
 *
 * @param endsAt tells, of a line after the head, whether it surely is none of the message.
 */
export function messageIn(
	lines: readonly string[],
	endsAt: (line: string) => boolean
): MessageLines {
	const start = lines.findIndex((line) => line !== '');
	if (!isStartLine(lines[start] ?? '', 0)) return { text: undefined, otherLines: filled(lines) };
	const blank = lines.indexOf('', start);
	const headEnd = blank < 0 ? headWithoutEnd(lines, start, endsAt) : blank;
	const head = lines.slice(start, headEnd);
	if (blank < 0) {
		return { text: `${head.join('\r\n')}\r\n\r\n`, otherLines: filled(lines.slice(headEnd)) };
	}
	const rest = lines.slice(blank + 1);
	const { body, used } = bodyIn(rest, contentLength(head), endsAt);
	return {
		text: `${head.join('\r\n')}\r\n\r\n${body}`,
		otherLines: filled(lines.slice(0, start)) + filled(rest.slice(used))
	};
}

function headWithoutEnd(
	lines: readonly string[],
	start: number,
	endsAt: (line: string) => boolean
): number {
	const end = lines.findIndex((line, at) => at > start && endsAt(line));
	return end < 0 ? lines.length : end;
}

/** The body of that many bytes if the lines give one, else all up to what is surely none of it. */
function bodyIn(
	lines: readonly string[],
	length: number | undefined,
	endsAt: (line: string) => boolean
): { body: string; used: number } {
	if (length === 0) return { body: '', used: 0 };
	for (const lineEnd of length === undefined ? [] : ['\r\n', '\n']) {
		const exact = ofLength(lines, lineEnd, length ?? 0);
		if (exact) return exact;
	}
	const end = lines.findIndex((line) => endsAt(line));
	let used = end < 0 ? lines.length : end;
	while (used > 0 && lines[used - 1] === '') used--;
	const text = lines.slice(0, used).join('\r\n');
	return { body: used > 0 && text.startsWith('v=0') ? `${text}\r\n` : text, used };
}

function ofLength(
	lines: readonly string[],
	lineEnd: string,
	length: number
): { body: string; used: number } | undefined {
	let bytes = 0;
	for (let used = 1; used <= lines.length && bytes <= length; used++) {
		bytes += bodyLength(lines[used - 1] ?? '', 'utf-8');
		const text = () => lines.slice(0, used).join(lineEnd);
		if (bytes === length) return { body: text(), used };
		bytes += lineEnd.length;
		if (bytes === length) return { body: text() + lineEnd, used };
	}
	return undefined;
}

function contentLength(head: readonly string[]): number | undefined {
	const field = head.find((line) => /^(?:content-length|l)[ \t]*:/i.test(line));
	return field === undefined
		? undefined
		: parseContentLength(field.slice(field.indexOf(':') + 1).trim());
}

function filled(lines: readonly string[]): number {
	return lines.filter((line) => line.trim() !== '').length;
}
