import { afterBlanks, isBlank, isDigit, hasWordAt, lettersOf, SPACE } from './grammar/character.ts';
import { methodIn } from './method.ts';

/** RFC 3261 §7.1 and §7.2. Its strings are cut out of the text when they are asked for. */
export type StartLine = RequestLine | StatusLine;

const SIP = lettersOf('sip/');

/**
 * Reads the line from `start` to `end`; `undefined` if it is no start line at all. It forgives what
 * leaves the meaning clear: too many spaces, spaces in the URI, a status of other than three digits,
 * a missing reason, white space at the end.
 */
export function readStartLine(text: string, start: number, end: number): StartLine | undefined {
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return hasWordAt(text, start, SIP)
		? readStatusLine(text, start, end)
		: readRequestLine(text, start, end);
}

function readRequestLine(text: string, start: number, end: number): RequestLine | undefined {
	let last = end - 1;
	while (last > start && text.charCodeAt(last) !== SPACE) last--;
	if (last <= start || !hasWordAt(text, last + 1, SIP)) return undefined;
	const first = text.indexOf(' ', start);
	if (first === start || first >= last) return undefined;
	let uriStart = first + 1;
	let uriEnd = last;
	while (uriStart < uriEnd && isBlank(text.charCodeAt(uriStart))) uriStart++;
	while (uriEnd > uriStart && isBlank(text.charCodeAt(uriEnd - 1))) uriEnd--;
	return new RequestLine(text, start, first, uriStart, uriEnd, end);
}

function readStatusLine(text: string, start: number, end: number): StatusLine | undefined {
	// Not `indexOf`: where the line has no space, it would run on through all that follows.
	let space = start;
	while (space < end && text.charCodeAt(space) !== SPACE) space++;
	const digits = afterBlanks(text, space);
	let status = 0;
	let at = digits;
	while (at < end && isDigit(text.charCodeAt(at))) {
		status = status * 10 + text.charCodeAt(at++) - 0x30;
	}
	if (at === digits || (at < end && text.charCodeAt(at) !== SPACE)) return undefined;
	return new StatusLine(text, start, space, status, at, end);
}

class RequestLine {
	readonly kind = 'request';

	constructor(
		private readonly text: string,
		private readonly start: number,
		private readonly methodEnd: number,
		private readonly uriStart: number,
		private readonly uriEnd: number,
		private readonly end: number
	) {}

	get method(): string {
		return methodIn(this.text, this.start, this.methodEnd);
	}

	get uri(): string {
		return this.text.slice(this.uriStart, this.uriEnd);
	}

	get version(): string {
		return this.text.slice(this.text.lastIndexOf(' ', this.end - 1) + 1, this.end);
	}
}

class StatusLine {
	readonly kind = 'response';

	constructor(
		private readonly text: string,
		private readonly start: number,
		private readonly versionEnd: number,
		readonly status: number,
		private readonly statusEnd: number,
		private readonly end: number
	) {}

	get version(): string {
		return this.text.slice(this.start, this.versionEnd);
	}

	get reason(): string {
		return this.text.slice(Math.min(this.statusEnd + 1, this.end), this.end);
	}
}
