import { isBlank, isDigit, isToken, hasWordAt, lettersOf, SPACE } from './grammar/character.ts';
import type { ProblemCode } from './problem.ts';

/** RFC 3261 §7.1 and §7.2. */
export type StartLine =
	| { kind: 'request'; method: string; uri: string; version: string }
	| { kind: 'response'; status: number; reason: string; version: string };

const SIP = lettersOf('sip/');

/**
 * Reads the line from `start` to `end`; `undefined` if it is no start line at all. It forgives what
 * leaves the meaning clear: spaces in the URI, a missing reason, white space at the end.
 */
export function readStartLine(text: string, start: number, end: number): StartLine | undefined {
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return hasWordAt(text, start, SIP)
		? readStatusLine(text, start, end)
		: readRequestLine(text, start, end);
}

/** What the grammar does not allow in a line that was read as `line`. */
export function checkStartLine(line: StartLine, written: string): ProblemCode | undefined {
	if (line.version.toUpperCase() !== 'SIP/2.0') return 'version-unsupported';
	const printed =
		line.kind === 'request'
			? `${line.method} ${line.uri} ${line.version}`
			: `${line.version} ${line.status} ${line.reason}`;
	const sound =
		line.kind === 'request'
			? isToken(line.method) && line.uri !== '' && !/\s/.test(line.uri)
			: line.status >= 100 && line.status < 700;
	return sound && printed === written ? undefined : 'start-line-malformed';
}

function readRequestLine(text: string, start: number, end: number): StartLine | undefined {
	let last = end - 1;
	while (last > start && text.charCodeAt(last) !== SPACE) last--;
	if (last <= start || !hasWordAt(text, last + 1, SIP)) return undefined;
	const first = text.indexOf(' ', start);
	if (first === start || first >= last) return undefined;
	return {
		kind: 'request',
		method: text.slice(start, first),
		uri: text.slice(first + 1, last),
		version: text.slice(last + 1, end)
	};
}

function readStatusLine(text: string, start: number, end: number): StartLine | undefined {
	const space = text.indexOf(' ', start);
	if (space < 0 || space + 4 > end) return undefined;
	let status = 0;
	for (let i = space + 1; i < space + 4; i++) {
		const code = text.charCodeAt(i);
		if (!isDigit(code)) return undefined;
		status = status * 10 + code - 0x30;
	}
	if (space + 4 < end && text.charCodeAt(space + 4) !== SPACE) return undefined;
	return {
		kind: 'response',
		status,
		reason: text.slice(space + 5, Math.max(space + 5, end)),
		version: text.slice(start, space)
	};
}
