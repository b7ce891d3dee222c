import { byteLength } from './grammar/byte-length.ts';
import { comparableName } from './fields/header-name.ts';
import type { HeaderField } from './message.ts';
import { reasonPhrase } from './status.ts';

/** Header fields in the order they are to be written. */
export type HeaderParts = readonly (HeaderField | readonly [name: string, value: string])[];

export interface RequestParts {
	method: string;
	uri: string;
	headers: HeaderParts;
	body?: string;
}

export interface ResponseParts {
	status: number;
	/** The registered phrase, if absent. */
	reason?: string;
	headers: HeaderParts;
	body?: string;
}

/** Writes a request (RFC 3261 §7.1). Content-Length, in bytes, is added last where absent. */
export function composeRequest({ method, uri, headers, body }: RequestParts): string {
	return compose(`${method} ${uri} SIP/2.0`, headers, body);
}

/** Writes a response (RFC 3261 §7.2). Content-Length, in bytes, is added last where absent. */
export function composeResponse({ status, reason, headers, body }: ResponseParts): string {
	return compose(`SIP/2.0 ${status} ${reason ?? reasonPhrase(status)}`, headers, body);
}

function compose(startLine: string, parts: HeaderParts, body = ''): string {
	const fields = parts.map((part) => ('name' in part ? ([part.name, part.value] as const) : part));
	const lines = [startLine, ...fields.map(([name, value]) => `${name}: ${value}`)];
	if (!fields.some(([name]) => comparableName(name) === 'content-length')) {
		lines.push(`Content-Length: ${byteLength(body)}`);
	}
	return `${lines.map(oneLine).join('\r\n')}\r\n\r\n${body}`;
}

/** A line break inside a value would begin another header field, or the body. */
function oneLine(line: string): string {
	return line.replace(/[\r\n]+[ \t]*/g, ' ');
}
