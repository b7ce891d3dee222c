import {
	COLON,
	CR,
	LF,
	type Letters,
	afterBlanks,
	hasWordAt,
	isBlank,
	trimmed
} from './character.ts';

/**
 * Lines of a message's head. A line ends at its LF; the CR before it is optional here, since a bare
 * LF is common in pasted text (RFC 3261 §7 wants CRLF).
 */

/** Where the start line begins: empty lines before it are skipped (RFC 3261 §7.5). */
export function firstLine(text: string, at = 0): number {
	while (isEmptyLine(text, at)) at = afterEmptyLine(text, at);
	return at;
}

/** Offset of the LF that ends the line at `start`, or the text's length. */
export function lineFeed(text: string, start: number): number {
	const at = text.indexOf('\n', start);
	return at < 0 ? text.length : at;
}

/** Where the content of the line ends whose LF is at `feed`, and which begins at `start`. */
export function contentEnd(text: string, start: number, feed: number): number {
	const terminated = feed < text.length;
	return terminated && feed > start && text.charCodeAt(feed - 1) === CR ? feed - 1 : feed;
}

/** Whether an empty line, the end of the head, is at `start`. */
export function isEmptyLine(text: string, start: number): boolean {
	if (start >= text.length) return false;
	const code = text.charCodeAt(start);
	if (code !== CR) return code === LF;
	return start + 1 < text.length && text.charCodeAt(start + 1) === LF;
}

/** Offset after the empty line at `start`. */
export function afterEmptyLine(text: string, start: number): number {
	return text.charCodeAt(start) === LF ? start + 1 : start + 2;
}

/** Offset of the first colon from `start` to `end`, or -1. */
export function colonIn(text: string, start: number, end: number): number {
	// Not `indexOf`: it would run on to the next colon, again for each line without one.
	while (start < end && text.charCodeAt(start) !== COLON) start++;
	return start < end ? start : -1;
}

/**
 * Offset of the colon after the name of the field at `at`, whose line ends at `feed`; -1 where it has
 * another name.
 */
export function colonAfter(name: Letters, text: string, at: number, feed: number): number {
	let colon = at + name.length;
	if (colon < feed && text.charCodeAt(colon) !== COLON) colon = afterBlanks(text, colon);
	if (colon >= feed || text.charCodeAt(colon) !== COLON) return -1;
	return hasWordAt(text, at, name) ? colon : -1;
}

/**
 * A header field's value from `start` on, with `feed` the end of its first line: without blanks at
 * both ends, folded lines joined by one space (RFC 3261 §7.3.1).
 */
export function fieldValue(text: string, start: number, feed: number): string {
	const value = trimmed(text, start, contentEnd(text, start, feed));
	return isBlank(text.charCodeAt(feed + 1)) ? unfold(text, value, feed + 1) : value;
}

/**
 * The text up to its body with each field in one line, as `fieldValue` reads it. What is folded to a
 * line that is no field is left out.
 */
export function unfoldHead(text: string): { unfolded: string; bodyOffset: number } {
	const start = firstLine(text);
	let feed = lineFeed(text, start);
	const lines = [text.slice(start, contentEnd(text, start, feed))];
	let at = feed + 1;
	for (; at < text.length && !isEmptyLine(text, at); at = feed + 1) {
		feed = lineFeed(text, at);
		const colon = isBlank(text.charCodeAt(at)) ? -1 : colonIn(text, at, feed);
		if (colon > at) lines.push(text.slice(at, colon + 1) + fieldValue(text, colon + 1, feed));
	}
	const bodyOffset = at < text.length ? afterEmptyLine(text, at) : text.length;
	return { unfolded: `${lines.join('\r\n')}\r\n\r\n`, bodyOffset };
}

function unfold(text: string, value: string, next: number): string {
	const pieces = value === '' ? [] : [value];
	while (isBlank(text.charCodeAt(next))) {
		const feed = lineFeed(text, next);
		const piece = trimmed(text, next, contentEnd(text, next, feed));
		if (piece !== '') pieces.push(piece);
		next = feed + 1;
	}
	return pieces.join(' ');
}
