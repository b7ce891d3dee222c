import { afterBlanks, isBlank, isDigit, isToken } from '../grammar/character.ts';
import type { StartLine } from '../start-line.ts';
import type { ProblemLog } from './problem-log.ts';
import { checkUri } from './uri.ts';

/** Checks the line of `text` from `start` to `end`, which was read as `line`. */
export function checkStartLine(
	text: string,
	start: number,
	end: number,
	line: StartLine,
	log: ProblemLog
): void {
	if (line.kind === 'request') checkRequestLine(text, start, end, line, log);
	else checkStatusLine(text, start, line.version, line.status, log);
}

function checkRequestLine(
	text: string,
	start: number,
	end: number,
	{ method, uri, version }: StartLine & { kind: 'request' },
	log: ProblemLog
): void {
	const methodEnd = start + method.length;
	const uriStart = afterBlanks(text, methodEnd);
	const uriEnd = uriStart + uri.length;
	const versionStart = afterBlanks(text, uriEnd);
	const versionEnd = versionStart + version.length;
	if (!isToken(method)) log.add('start-line-malformed', start, methodEnd);
	if (uri === '') log.add('start-line-malformed', start, versionEnd);
	else {
		checkOneSpace(methodEnd, uriStart, log);
		checkRequestUri(uri, uriStart, log);
		checkOneSpace(uriEnd, versionStart, log);
	}
	checkVersion(version, versionStart, log);
	if (versionEnd < end) log.add('start-line-spacing', versionEnd, end);
}

function checkStatusLine(
	text: string,
	start: number,
	version: string,
	status: number,
	log: ProblemLog
): void {
	const versionEnd = start + version.length;
	const digits = afterBlanks(text, versionEnd);
	let digitsEnd = digits;
	while (isDigit(text.charCodeAt(digitsEnd))) digitsEnd++;
	checkVersion(version, start, log);
	checkOneSpace(versionEnd, digits, log);
	if (digitsEnd - digits !== 3 || status < 100 || status > 699) {
		log.add('status-out-of-range', digits, digitsEnd);
	}
	if (!isBlank(text.charCodeAt(digitsEnd))) {
		log.add('start-line-spacing', digits, digitsEnd);
	}
}

function checkVersion(version: string, start: number, log: ProblemLog): void {
	if (version.toUpperCase() === 'SIP/2.0') return;
	log.add('version-unsupported', start, start + version.length);
}

/** One space is between the parts, from `start` to `end`. */
function checkOneSpace(start: number, end: number, log: ProblemLog): void {
	if (end - start !== 1) log.add('start-line-spacing', start + 1, end);
}

function checkRequestUri(uri: string, start: number, log: ProblemLog): void {
	if (uri.startsWith('<')) {
		return log.add('uri-bracketed', start, start + uri.length);
	}
	checkUri(uri, start, false, log);
}
