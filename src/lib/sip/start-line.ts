import { afterBlanks, isBlank, isDigit, hasWordAt, lettersOf, SPACE } from './grammar/character.ts';

/** RFC 3261 §7.1 and §7.2. */
export type StartLine =
	| { kind: 'request'; method: string; uri: string; version: string }
	| { kind: 'response'; status: number; reason: string; version: string };

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

function readRequestLine(text: string, start: number, end: number): StartLine | undefined {
	let last = end - 1;
	while (last > start && text.charCodeAt(last) !== SPACE) last--;
	if (last <= start || !hasWordAt(text, last + 1, SIP)) return undefined;
	const first = text.indexOf(' ', start);
	if (first === start || first >= last) return undefined;
	let uriStart = first + 1;
	let uriEnd = last;
	while (uriStart < uriEnd && isBlank(text.charCodeAt(uriStart))) uriStart++;
	while (uriEnd > uriStart && isBlank(text.charCodeAt(uriEnd - 1))) uriEnd--;
	return {
		kind: 'request',
		method: text.slice(start, first),
		uri: text.slice(uriStart, uriEnd),
		version: text.slice(last + 1, end)
	};
}

function readStatusLine(text: string, start: number, end: number): StartLine | undefined {
	// Not `indexOf`: where the line has no space, it would run on through all that follows.
	let space = start;
	while (space < end && text.charCodeAt(space) !== SPACE) space++;
	const digits = afterBlanks(text, space);
	let status = 0;
	let at = digits;
	for (let code = text.charCodeAt(at); at < end && isDigit(code); code = text.charCodeAt(++at)) {
		status = status * 10 + code - 0x30;
	}
	if (at === digits || (at < end && text.charCodeAt(at) !== SPACE)) return undefined;
	return {
		kind: 'response',
		status,
		reason: text.slice(at + 1, Math.max(at + 1, end)),
		version: text.slice(start, space)
	};
}
