import { isBlank, trimmed } from './grammar/character.ts';
import { findProblems } from './conformance.ts';
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
import type { Problem } from './problem.ts';
import { readStartLine } from './start-line.ts';

export interface HeaderField {
	/** As received. */
	name: string;
	/** Without white space at both ends, folding collapsed to one space. */
	value: string;
}

interface Base {
	/** The message exactly as on the wire. */
	text: string;
	headers: readonly HeaderField[];
	/** `''` where there is none; never cut to Content-Length. */
	body: string;
	/** In order of offset; looked for when first asked for. */
	readonly problems: readonly Problem[];
}

export interface SipRequest extends Base {
	kind: 'request';
	method: string;
	uri: string;
	version: string;
}

export interface SipResponse extends Base {
	kind: 'response';
	status: number;
	reason: string;
	version: string;
}

/** Not SIP at all: it has no headers and no body, only its text. */
export interface Unreadable extends Base {
	kind: 'unreadable';
}

export type SipMessage = SipRequest | SipResponse | Unreadable;

/**
 * Reads what one frame carried. Never throws and never loses: what cannot be read as SIP comes back
 * as unreadable, with its text; a header line that is none is left out of `headers`.
 */
export function parseMessage(text: string): SipMessage {
	const start = firstLine(text);
	const feed = lineFeed(text, start);
	const line = readStartLine(text, start, contentEnd(text, start, feed));
	if (line === undefined) return new ReadUnreadable(text, [], '');
	const headers: HeaderField[] = [];
	const body = text.slice(readHeaders(text, feed + 1, headers));
	return line.kind === 'request'
		? new ReadRequest(text, headers, body, line.method, line.uri, line.version)
		: new ReadResponse(text, headers, body, line.status, line.reason, line.version);
}

/** The text that was parsed, byte for byte. */
export function printMessage(message: SipMessage): string {
	return message.text;
}

/** Value of the first field of that name; letter case and compact forms make no difference. */
export function header(message: SipMessage, name: string): string | undefined {
	const wanted = comparableName(name);
	return message.headers.find((field) => comparableName(field.name) === wanted)?.value;
}

/** Values of all fields of that name, in order. */
export function headers(message: SipMessage, name: string): string[] {
	const wanted = comparableName(name);
	return message.headers
		.filter((field) => comparableName(field.name) === wanted)
		.map((field) => field.value);
}

/** Reads the fields from `at` on into `fields`; returns where the body begins. */
function readHeaders(text: string, at: number, fields: HeaderField[]): number {
	while (at < text.length) {
		if (isEmptyLine(text, at)) return afterEmptyLine(text, at);
		const feed = lineFeed(text, at);
		const colon = isBlank(text.charCodeAt(at)) ? -1 : colonIn(text, at, feed);
		if (colon > at) {
			fields.push({ name: trimmed(text, at, colon), value: fieldValue(text, colon + 1, feed) });
		}
		at = feed + 1;
	}
	return text.length;
}

class ReadMessage implements Base {
	#problems: readonly Problem[] | undefined;

	constructor(
		readonly text: string,
		readonly headers: readonly HeaderField[],
		readonly body: string
	) {}

	get problems(): readonly Problem[] {
		return (this.#problems ??= findProblems(this.text));
	}
}

class ReadRequest extends ReadMessage implements SipRequest {
	readonly kind = 'request';

	constructor(
		text: string,
		headers: readonly HeaderField[],
		body: string,
		readonly method: string,
		readonly uri: string,
		readonly version: string
	) {
		super(text, headers, body);
	}
}

class ReadResponse extends ReadMessage implements SipResponse {
	readonly kind = 'response';

	constructor(
		text: string,
		headers: readonly HeaderField[],
		body: string,
		readonly status: number,
		readonly reason: string,
		readonly version: string
	) {
		super(text, headers, body);
	}
}

class ReadUnreadable extends ReadMessage implements Unreadable {
	readonly kind = 'unreadable';
}
