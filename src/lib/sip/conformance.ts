import { byteLength } from './grammar/byte-length.ts';
import { isBlank, isToken, trimmed } from './grammar/character.ts';
import { parseCSeq } from './fields/cseq.ts';
import { comparableName } from './fields/header-name.ts';
import {
	afterEmptyLine,
	colonIn,
	contentEnd,
	fieldValue,
	firstLine,
	isEmptyLine,
	lineFeed
} from './grammar/line.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { type StartLine, checkStartLine, readStartLine } from './start-line.ts';

/** A header field's first line, and where it is. */
interface FieldLine {
	value: string;
	offset: number;
	length: number;
}

interface Head {
	/** By comparable name, in order. */
	fields: Map<string, FieldLine[]>;
	bodyOffset: number;
}

type Report = (code: ProblemCode, offset: number, length: number, source: string) => void;

/** Max-Forwards is left out: RFC 2543 did without it, and so do answers to it today. */
const MANDATORY = ['via', 'from', 'to', 'call-id', 'cseq'];

const SINGLE = ['from', 'to', 'call-id', 'cseq', 'content-length', 'content-type', 'expires'];

/** What RFC 3261 does not allow in `text`, in order of offset. */
export function findProblems(text: string): Problem[] {
	const problems: Problem[] = [];
	const report: Report = (code, offset, length, source) =>
		problems.push({ code, offset, length, source });

	const start = firstLine(text);
	const feed = lineFeed(text, start);
	const length = contentEnd(text, start, feed) - start;
	const line = readStartLine(text, start, start + length);
	if (line === undefined) {
		report('start-line-malformed', start, length, 'RFC 3261 §7.1');
		return problems;
	}
	const code = checkStartLine(line, text.slice(start, start + length));
	if (code !== undefined) report(code, start, length, 'RFC 3261 §7.1');

	const head = readHead(text, feed + 1, report);
	for (const name of MANDATORY) {
		if (!head.fields.has(name)) report('header-missing', start, length, 'RFC 3261 §8.1.1');
	}
	checkRepeated(head, report);
	checkCSeq(head, line, report);
	checkContentLength(head, text, report);
	checkLineFeeds(text.slice(0, head.bodyOffset), start, report);
	return problems.sort((a, b) => a.offset - b.offset);
}

function readHead(text: string, at: number, report: Report): Head {
	const fields = new Map<string, FieldLine[]>();
	let inField = false;
	while (at < text.length) {
		if (isEmptyLine(text, at)) return { fields, bodyOffset: afterEmptyLine(text, at) };
		const feed = lineFeed(text, at);
		const length = contentEnd(text, at, feed) - at;
		const folded = isBlank(text.charCodeAt(at));
		const colon = folded ? -1 : colonIn(text, at, feed);
		const name = trimmed(text, at, Math.max(at, colon));
		if (folded ? !inField : !isToken(name)) {
			report('header-malformed', at, length, 'RFC 3261 §7.3.1');
		}
		inField = folded ? inField : colon > at;
		if (colon > at) {
			const key = comparableName(name);
			const field = { value: fieldValue(text, colon + 1, feed), offset: at, length };
			const same = fields.get(key);
			if (same) same.push(field);
			else fields.set(key, [field]);
		}
		at = feed + 1;
	}
	report('body-separator-missing', text.length, 0, 'RFC 3261 §7');
	return { fields, bodyOffset: text.length };
}

function checkRepeated(head: Head, report: Report): void {
	for (const name of SINGLE) {
		for (const { offset, length } of head.fields.get(name)?.slice(1) ?? []) {
			report('header-repeated', offset, length, 'RFC 3261 §7.3.1');
		}
	}
}

function checkCSeq(head: Head, line: StartLine, report: Report): void {
	const field = head.fields.get('cseq')?.[0];
	if (field === undefined) return;
	const cseq = parseCSeq(field.value);
	if (cseq === undefined) {
		report('cseq-malformed', field.offset, field.length, 'RFC 3261 §20.16');
	} else if (line.kind === 'request' && cseq.method !== line.method) {
		report('cseq-method-mismatch', field.offset, field.length, 'RFC 3261 §8.1.1.5');
	}
}

function checkContentLength(head: Head, text: string, report: Report): void {
	const field = head.fields.get('content-length')?.[0];
	if (field === undefined) return;
	const { value, offset, length } = field;
	if (!/^\d+$/.test(value)) {
		report('content-length-malformed', offset, length, 'RFC 3261 §20.14');
	} else if (Number(value) !== byteLength(text.slice(head.bodyOffset))) {
		report('content-length-mismatch', offset, length, 'RFC 3261 §20.14');
	}
}

/** Reports the first one only: a message pasted with bare line feeds has nothing else. */
function checkLineFeeds(head: string, start: number, report: Report): void {
	for (let at = head.indexOf('\n', start); at >= 0; at = head.indexOf('\n', at + 1)) {
		if (head[at - 1] === '\r') continue;
		report('bare-line-feed', at, 1, 'RFC 3261 §7');
		return;
	}
}
