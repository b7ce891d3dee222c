import { tagIn } from './fields/address.ts';
import {
	COLON,
	CR,
	type Letters,
	afterBlanks,
	hasWordAt,
	isBlank,
	lettersOf
} from './grammar/character.ts';
import { type CSeq, readCSeq } from './fields/cseq.ts';
import {
	afterEmptyLine,
	contentEnd,
	firstLine,
	isEmptyLine,
	lineFeed,
	unfoldHead
} from './grammar/line.ts';
import { readStartLine } from './start-line.ts';
import { branchIn } from './fields/via.ts';

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

/**
 * Reads the head of what one frame carried, in one pass over its lines. Never throws. One switch
 * over local variables: filling an object in a function of its own takes a sixth more time.
 */
export function scanHead(text: string): MessageHead {
	const start = firstLine(text);
	let feed = lineFeed(text, start);
	const line = readStartLine(text, start, contentEnd(text, start, feed));
	if (line === undefined) return unreadableHead(text);

	let callId, cseq, from, to, branch, contact, expires, contentType;
	let fromTag = '';
	let toTag = '';
	let bodyOffset = text.length;
	for (let at = feed + 1; at < text.length; at = feed + 1) {
		const first = text.charCodeAt(at);
		if (first <= CR && isEmptyLine(text, at)) {
			bodyOffset = afterEmptyLine(text, at);
			break;
		}
		if (isBlank(first)) return scanFolded(text);
		feed = lineFeed(text, at);
		for (const { word, field } of BY_FIRST_LETTER[first & LETTER_BITS] ?? []) {
			let value = afterName(text, at, word);
			if (value < 0) continue;
			let end = contentEnd(text, at, feed);
			while (value < end && isBlank(text.charCodeAt(value))) value++;
			while (end > value && isBlank(text.charCodeAt(end - 1))) end--;
			switch (field) {
				case 'callId':
					callId ??= text.slice(value, end);
					break;
				case 'cseq':
					cseq ??= readCSeq(text, value, end) ?? NO_CSEQ;
					break;
				case 'from':
					if (from !== undefined) break;
					from = text.slice(value, end);
					fromTag = tagIn(text, value, end);
					break;
				case 'to':
					if (to !== undefined) break;
					to = text.slice(value, end);
					toTag = tagIn(text, value, end);
					break;
				case 'via':
					branch ??= branchIn(text, value, end);
					break;
				case 'contact':
					contact ??= text.slice(value, end);
					break;
				case 'expires':
					expires ??= deltaSeconds(text.slice(value, end));
					break;
				case 'contentType':
					contentType ??= text.slice(value, end);
					break;
			}
			break;
		}
	}

	const { number, method } = cseq ?? NO_CSEQ;
	const response = line.kind === 'response';
	return {
		kind: line.kind,
		method: response ? method : line.method,
		status: response ? line.status : 0,
		reason: response ? line.reason : '',
		uri: response ? '' : line.uri,
		callId: callId ?? '',
		cseq: number,
		fromTag,
		toTag,
		from: from ?? '',
		to: to ?? '',
		branch: branch ?? '',
		contact: contact ?? '',
		expires: expires ?? -1,
		contentType: contentType ?? '',
		bodyOffset
	};
}

const NO_CSEQ: CSeq = { number: -1, method: '' };

/** Folding is rare and deprecated (RFC 3261 §7.3.1): such a head is written anew, then scanned. */
function scanFolded(text: string): MessageHead {
	const { unfolded, bodyOffset } = unfoldHead(text);
	return { ...scanHead(unfolded), bodyOffset };
}

/** The fields of a head, with their long and compact forms. */
const FIELDS = {
	callId: ['call-id', 'i'],
	cseq: ['cseq'],
	from: ['from', 'f'],
	to: ['to', 't'],
	via: ['via', 'v'],
	contact: ['contact', 'm'],
	expires: ['expires'],
	contentType: ['content-type', 'c']
} as const;

type FieldName = keyof typeof FIELDS;

/** A name to look for. */
interface Form {
	word: Letters;
	field: FieldName;
}

const FORMS: readonly Form[] = Object.entries(FIELDS).flatMap(([field, forms]) =>
	forms.map((form) => ({ word: lettersOf(form), field: field as FieldName }))
);

/** The bits of a letter's code that are the same in both cases. */
const LETTER_BITS = 0x1f;

const BY_FIRST_LETTER: readonly (readonly Form[])[] = Array.from({ length: 32 }, (_, letter) =>
	FORMS.filter(({ word: [first = 0] }) => (first & LETTER_BITS) === letter)
);

/** Offset after the colon if the field at `at` has that name, or -1. */
function afterName(text: string, at: number, word: Letters): number {
	let colon = at + word.length;
	const next = text.charCodeAt(colon);
	if (next !== COLON) {
		if (!isBlank(next)) return -1;
		colon = afterBlanks(text, colon);
		if (text.charCodeAt(colon) !== COLON) return -1;
	}
	return hasWordAt(text, at, word) ? colon + 1 : -1;
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
