import { parseContentLength } from './fields/content-length.ts';
import { bodyEnd, bodyLength, isStartLine } from './framing.ts';
import { firstLine, lineFeed } from './grammar/line.ts';
import { type HeaderField, header, readHeaders } from './message.ts';
import { type Charset, type Wire, textOfOctets } from './wire.ts';

/** A part of a buffer. */
export interface Piece<W extends Wire> {
	/**
	 * - `message`: one message, with as much body as its Content-Length says; all the rest without one
	 * - `incomplete`: a message whose head or body goes on after the buffer
	 * - `keep-alive`: empty lines (RFC 5626 §4.4.1)
	 * - `unreadable`: what is none of these, up to the next start line
	 */
	kind: 'message' | 'incomplete' | 'keep-alive' | 'unreadable';
	wire: W;
	/** Where it begins in the buffer. */
	offset: number;
	/** Of an incomplete message whose head is whole, how many bytes of its body are beyond the buffer. */
	lacks?: number;
}

/**
 * Takes a buffer apart that may hold several messages: a stretch of a TCP stream (RFC 3261 §18.3), or
 * a datagram with more in it than it should have. The pieces, in order, are all of the buffer.
 */
export function splitMessages<W extends Wire>(buffer: W): Piece<W>[] {
	const charset = typeof buffer === 'string' ? 'utf-8' : 'octets';
	const text = typeof buffer === 'string' ? buffer : textOfOctets(buffer);
	const pieces: Piece<W>[] = [];
	for (let offset = 0; offset < text.length;) {
		const { kind, end, lacks } = pieceAt(text, offset, charset);
		const wire = buffer.slice(offset, end) as W;
		pieces.push({ kind, wire, offset, ...(lacks !== undefined && { lacks }) });
		offset = end;
	}
	return pieces;
}

type PieceEnd = Pick<Piece<Wire>, 'kind' | 'lacks'> & { end: number };

function pieceAt(text: string, start: number, charset: Charset): PieceEnd {
	const line = firstLine(text, start);
	if (line > start) return { kind: 'keep-alive', end: line };
	if (isStartLine(text, start)) return messageFrom(text, start, charset);
	let at = start;
	do at = Math.min(text.length, lineFeed(text, at) + 1);
	while (at < text.length && !isStartLine(text, at));
	return { kind: 'unreadable', end: at };
}

function messageFrom(text: string, start: number, charset: Charset): PieceEnd {
	const fields: HeaderField[] = [];
	const body = readHeaders(text, lineFeed(text, start) + 1, fields);
	if (body === undefined) return { kind: 'incomplete', end: text.length };
	const length = parseContentLength(header({ headers: fields }, 'Content-Length') ?? '');
	if (length === undefined) return { kind: 'message', end: text.length };
	const end = bodyEnd(text, body, length, charset);
	if (end >= 0) return { kind: 'message', end };
	const lacks = length - bodyLength(text.slice(body), charset);
	return { kind: 'incomplete', end: text.length, lacks };
}
