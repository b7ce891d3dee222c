import { isBlank, trimmed } from './grammar/character.ts';
import { findProblems } from './conformance/find-problems.ts';
import { isListField } from './fields/field-kinds.ts';
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
import { splitList } from './grammar/list.ts';
import type { Problem } from './problem.ts';
import { type StartLine, readStartLine } from './start-line.ts';
import { type Charset, type Wire, wireBytes, wireText } from './wire.ts';

export interface HeaderField {
	/** As received. */
	name: string;
	/** Without white space at both ends, folding collapsed to one space. */
	value: string;
}

interface Base {
	/** The message exactly as on the wire. */
	text: string;
	/** How `text` stands for the bytes on the wire. */
	charset: Charset;
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
 * as unreadable, with its text; a header line that is none is left out of `headers`. A body is all
 * that follows the head, another message as well (`splitMessages` parts them).
 */
export function parseMessage(wire: Wire): SipMessage {
	return typeof wire === 'string' ? readMessage(wire, 'utf-8') : readBytes(wire);
}

/** The text that was parsed, unchanged. */
export function printMessage(message: SipMessage): string {
	return message.text;
}

/** The message as it travels: of one that was parsed from bytes, those very bytes. */
export function printBytes(message: SipMessage): Uint8Array {
	return wireBytes(message);
}

/** What has header fields: a message, or a URI. */
export interface WithHeaders {
	headers: readonly HeaderField[];
}

/** Value of the first field of that name; letter case and compact forms make no difference. */
export function header(message: WithHeaders, name: string): string | undefined {
	const wanted = comparableName(name);
	return message.headers.find((field) => comparableName(field.name) === wanted)?.value;
}

/** Values of all fields of that name, in order. */
export function headers(message: WithHeaders, name: string): string[] {
	const wanted = comparableName(name);
	return message.headers
		.filter((field) => comparableName(field.name) === wanted)
		.map((field) => field.value);
}

/**
 * The same, taken apart where the field is a list: the elements of all fields of that name, however
 * they are joined or repeated (RFC 3261 §7.3.1). Commas of a date or of credentials stay.
 */
export function values(message: WithHeaders, name: string): string[] {
	const written = headers(message, name);
	return isListField(name) ? written.flatMap(splitList) : written;
}

function readBytes(bytes: Uint8Array): SipMessage {
	const { text, charset } = wireText(bytes);
	return readMessage(text, charset);
}

function readMessage(text: string, charset: Charset): SipMessage {
	const start = firstLine(text);
	const feed = lineFeed(text, start);
	const line = readStartLine(text, start, contentEnd(text, start, feed));
	if (line === undefined) return new ReadUnreadable(text, charset, [], '');
	const headers: HeaderField[] = [];
	const body = text.slice(readHeaders(text, feed + 1, headers) ?? text.length);
	return line.kind === 'request'
		? new ReadRequest(text, charset, headers, body, line)
		: new ReadResponse(text, charset, headers, body, line);
}

/**
 * Reads the fields from `at` on into `fields`; returns where the body begins, `undefined` where no
 * empty line ends the head.
 */
export function readHeaders(text: string, at: number, fields: HeaderField[]): number | undefined {
	while (at < text.length) {
		if (isEmptyLine(text, at)) return afterEmptyLine(text, at);
		const feed = lineFeed(text, at);
		const colon = isBlank(text.charCodeAt(at)) ? -1 : colonIn(text, at, feed);
		if (colon > at) {
			fields.push({ name: trimmed(text, at, colon), value: fieldValue(text, colon + 1, feed) });
		}
		at = feed + 1;
	}
	return undefined;
}

class ReadMessage implements Base {
	#problems: readonly Problem[] | undefined;

	constructor(
		readonly text: string,
		readonly charset: Charset,
		readonly headers: readonly HeaderField[],
		readonly body: string
	) {}

	get problems(): readonly Problem[] {
		return (this.#problems ??= findProblems(this.text, this.charset));
	}
}

class ReadRequest extends ReadMessage implements SipRequest {
	readonly kind = 'request';
	readonly method: string;
	readonly uri: string;
	readonly version: string;

	constructor(
		text: string,
		charset: Charset,
		headers: readonly HeaderField[],
		body: string,
		line: StartLine & { kind: 'request' }
	) {
		super(text, charset, headers, body);
		this.method = line.method;
		this.uri = line.uri;
		this.version = line.version;
	}
}

class ReadResponse extends ReadMessage implements SipResponse {
	readonly kind = 'response';
	readonly status: number;
	readonly reason: string;
	readonly version: string;

	constructor(
		text: string,
		charset: Charset,
		headers: readonly HeaderField[],
		body: string,
		line: StartLine & { kind: 'response' }
	) {
		super(text, charset, headers, body);
		this.status = line.status;
		this.reason = line.reason;
		this.version = line.version;
	}
}

class ReadUnreadable extends ReadMessage implements Unreadable {
	readonly kind = 'unreadable';
}
