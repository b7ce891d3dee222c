/** RFC 6455 §5.2. */
export const CONTINUATION = 0;
export const TEXT = 1;
export const BINARY = 2;
export const CLOSE = 8;
const PONG = 10;

/** The beginning of a frame, up to what it carries. */
export interface FrameHeader {
	readonly isLast: boolean;
	/** RSV1: it begins a compressed message (RFC 7692 §6). */
	readonly isCompressed: boolean;
	readonly opcode: number;
	/** Where its mask is; -1 where it is not masked. */
	readonly maskAt: number;
	readonly payloadAt: number;
	readonly length: number;
}

/** Reads the header at `at`: `undefined` where it goes on after `end`, `null` where it can be none. */
export function readFrameHeader(
	bytes: Uint8Array,
	at: number,
	end: number
): FrameHeader | undefined | null {
	if (at + 2 > end) return undefined;
	const [first = 0, second = 0] = bytes.subarray(at, at + 2);
	const opcode = first & 0x0f;
	const isControl = opcode >= CLOSE;
	if ((opcode > BINARY && !isControl) || opcode > PONG || (first & 0x30) !== 0) return null;
	let length = second & 0x7f;
	if (isControl && (length > 125 || first < 0x80)) return null;
	let next = at + 2;
	if (length >= 126) {
		const size = length === 126 ? 2 : 8;
		if (next + size > end) return undefined;
		length = 0;
		for (let byte = next; byte < next + size; byte++) length = length * 256 + (bytes[byte] ?? 0);
		next += size;
	}
	const isMasked = second >= 0x80;
	const maskAt = isMasked ? next : -1;
	const payloadAt = isMasked ? next + 4 : next;
	if (payloadAt > end) return undefined;
	return {
		isLast: first >= 0x80,
		isCompressed: (first & 0x40) !== 0,
		opcode,
		maskAt,
		payloadAt,
		length
	};
}

/** A copy of what a frame carries from its beginning to `end`, without its mask (RFC 6455 §5.3). */
export function unmasked(
	bytes: Uint8Array,
	{ maskAt, payloadAt, length }: FrameHeader,
	end = payloadAt + length
): Uint8Array {
	const payload = bytes.slice(payloadAt, end);
	if (maskAt < 0) return payload;
	for (let at = 0; at < payload.length; at++) {
		payload[at] = (payload[at] ?? 0) ^ (bytes[maskAt + (at & 3)] ?? 0);
	}
	return payload;
}
