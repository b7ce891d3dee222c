import { bodyEnd, bodyLength, messageAt } from '../framing.ts';
import { trimmed } from '../grammar/character.ts';
import type { Charset } from '../wire.ts';
import type { RawHead } from './head-fields.ts';
import type { ProblemLog } from './problem-log.ts';

/**
 * Compares Content-Length with the body. A message behind the body is reported as such: a WebSocket
 * frame has one only (RFC 7118 §5.1), and of a datagram the rest is ignored (RFC 3261 §18.3).
 */
export function checkBodyLength(
	text: string,
	charset: Charset,
	{ fields, bodyOffset }: RawHead,
	log: ProblemLog
): void {
	const [field, ...others] = fields.filter(({ name }) => name === 'content-length');
	if (field === undefined || others.length > 0) return;
	const value = trimmed(text, field.valueStart, field.end);
	if (!/^\d+$/.test(value)) return;
	const length = Number(value);
	if (length === bodyLength(text.slice(bodyOffset), charset)) return;
	const end = bodyEnd(text, bodyOffset, length, charset);
	const behind = end < 0 ? -1 : messageAt(text, end);
	if (behind >= 0) return log.add('message-behind', behind, text.length);
	const start = text.indexOf(value, field.valueStart);
	log.add('content-length-mismatch', start, start + value.length, { field: 'content-length' });
}
