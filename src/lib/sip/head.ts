import { tagOf } from './address.ts';
import { hasWordAt, isBlank, COLON } from './character.ts';
import { parseCSeq } from './cseq.ts';
import {
	afterEmptyLine,
	contentEnd,
	fieldValue,
	firstLine,
	isEmptyLine,
	lineFeed
} from './line.ts';
import { readStartLine } from './start-line.ts';
import { branchOf } from './via.ts';

/**
 * What a list shows of a message and what correlates it: one scan, no headers kept. Absent is `''`
 * or -1. Of a repeated field the first counts. The strings may be slices of the text, and so keep it
 * alive.
 */
export interface MessageHead {
	kind: 'request' | 'response' | 'unreadable';
	/** That of CSeq for responses. */
	method: string;
	/** 0 for requests. */
	status: number;
	reason: string;
	/** The request URI. */
	uri: string;
	callId: string;
	cseq: number;
	fromTag: string;
	toTag: string;
	/** The value of From as it came; so are `to`, `contact` and `contentType`. */
	from: string;
	to: string;
	/** Of the topmost Via. */
	branch: string;
	contact: string;
	/** Seconds of the Expires field. */
	expires: number;
	contentType: string;
	/** Where the body begins, in UTF-16 units; the text's length where there is none. */
	bodyOffset: number;
}

/** Reads the head of what one frame carried, in one pass over its lines. Never throws. */
export function scanHead(text: string): MessageHead {
	const start = firstLine(text);
	let feed = lineFeed(text, start);
	const line = readStartLine(text, start, contentEnd(text, start, feed));
	if (line === undefined) return unreadableHead(text);

	let callId, cseqValue, from, to, via, contact, expires, contentType: string | undefined;
	let bodyOffset = text.length;
	for (let at = feed + 1; at < text.length; at = feed + 1) {
		if (isEmptyLine(text, at)) {
			bodyOffset = afterEmptyLine(text, at);
			break;
		}
		feed = lineFeed(text, at);
		switch (text.charCodeAt(at) | LOWER) {
			case LETTER.c:
				callId ??= fieldAt(text, at, feed, 'call-id');
				cseqValue ??= fieldAt(text, at, feed, 'cseq');
				contact ??= fieldAt(text, at, feed, 'contact');
				contentType ??= fieldAt(text, at, feed, 'content-type') ?? fieldAt(text, at, feed, 'c');
				break;
			case LETTER.e:
				expires ??= fieldAt(text, at, feed, 'expires');
				break;
			case LETTER.f:
				from ??= fieldAt(text, at, feed, 'from') ?? fieldAt(text, at, feed, 'f');
				break;
			case LETTER.i:
				callId ??= fieldAt(text, at, feed, 'i');
				break;
			case LETTER.m:
				contact ??= fieldAt(text, at, feed, 'm');
				break;
			case LETTER.t:
				to ??= fieldAt(text, at, feed, 'to') ?? fieldAt(text, at, feed, 't');
				break;
			case LETTER.v:
				via ??= fieldAt(text, at, feed, 'via') ?? fieldAt(text, at, feed, 'v');
				break;
		}
	}

	const cseq = cseqValue === undefined ? undefined : parseCSeq(cseqValue);
	const response = line.kind === 'response';
	return {
		kind: line.kind,
		method: response ? (cseq?.method ?? '') : line.method,
		status: response ? line.status : 0,
		reason: response ? line.reason : '',
		uri: response ? '' : line.uri,
		callId: callId ?? '',
		cseq: cseq?.number ?? -1,
		fromTag: from === undefined ? '' : tagOf(from),
		toTag: to === undefined ? '' : tagOf(to),
		from: from ?? '',
		to: to ?? '',
		branch: via === undefined ? '' : branchOf(via),
		contact: contact ?? '',
		expires: expires === undefined ? -1 : deltaSeconds(expires),
		contentType: contentType ?? '',
		bodyOffset
	};
}

/** The bit that lowers an ASCII letter. */
const LOWER = 0x20;

const LETTER = { c: 0x63, e: 0x65, f: 0x66, i: 0x69, m: 0x6d, t: 0x74, v: 0x76 } as const;

/** Value of the field at `at` if it has that name (in lower case); its line ends at `feed`. */
function fieldAt(text: string, at: number, feed: number, name: string): string | undefined {
	if (!hasWordAt(text, at, name)) return undefined;
	let colon = at + name.length;
	while (isBlank(text.charCodeAt(colon))) colon++;
	return text.charCodeAt(colon) === COLON ? fieldValue(text, colon + 1, feed) : undefined;
}

function deltaSeconds(value: string): number {
	return /^\d{1,10}$/.test(value) ? Number(value) : -1;
}

function unreadableHead(text: string): MessageHead {
	return {
		kind: 'unreadable',
		method: '',
		status: 0,
		reason: '',
		uri: '',
		callId: '',
		cseq: -1,
		fromTag: '',
		toTag: '',
		from: '',
		to: '',
		branch: '',
		contact: '',
		expires: -1,
		contentType: '',
		bodyOffset: text.length
	};
}
