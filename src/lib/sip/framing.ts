import { byteLength, offsetAfterBytes } from './grammar/byte-length.ts';
import { contentEnd, firstLine, lineFeed } from './grammar/line.ts';
import { readStartLine } from './start-line.ts';
import type { Charset } from './wire.ts';

/** Length of a body in bytes, as Content-Length counts them (RFC 3261 §20.14). */
export function bodyLength(body: string, charset: Charset): number {
	return charset === 'utf-8' ? byteLength(body) : body.length;
}

/** Offset after a body of so many bytes, or -1 where the text ends before. */
export function bodyEnd(text: string, offset: number, bytes: number, charset: Charset): number {
	if (charset === 'utf-8') return offsetAfterBytes(text, offset, bytes);
	return offset + bytes <= text.length ? offset + bytes : -1;
}

/** Whether the line at `at` is a start line. */
export function isStartLine(text: string, at: number): boolean {
	if (at >= text.length) return false;
	return readStartLine(text, at, contentEnd(text, at, lineFeed(text, at))) !== undefined;
}

/** Where a message begins at `at` or after empty lines; -1 where something else does. */
export function messageAt(text: string, at: number): number {
	const start = firstLine(text, at);
	return isStartLine(text, start) ? start : -1;
}
