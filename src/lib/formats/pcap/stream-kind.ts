import { LF } from '../../sip/grammar/character.ts';
import { textOfOctets } from '../../sip/wire.ts';
import { startsSip } from './starts-sip.ts';
import { readFrameHeader, TEXT, unmasked } from './websocket-frame.ts';

export type StreamKind = 'sip' | 'http' | 'masked frame' | 'frame' | 'tls' | 'other' | 'unclear';

/** The longest line that is waited for. */
const LONGEST_LINE = 8_192;
/** As much of a frame shows whether it carries SIP. */
const FRAME_HEAD = 512;
const CR = 0x0d;

/** What a stretch of a stream begins with; `unclear` where more of it is needed to tell. */
export function kindOf(bytes: Uint8Array, start: number, end: number): StreamKind {
	const [first = 0, second] = bytes.subarray(start, end);
	// RFC 8446 §5.1: the type of a record, and the version of old.
	if (first >= 0x14 && first <= 0x17) {
		return second === undefined ? 'unclear' : second === 3 ? 'tls' : 'other';
	}
	if (first === 0x81 || first === 0x82 || first === TEXT) return frameKind(bytes, start, end);
	let at = start;
	while (at < end && (bytes[at] === CR || bytes[at] === LF)) at++;
	if (at === end) return 'unclear';
	if (startsSip(bytes, at, end)) return 'sip';
	const isText = (bytes[at] ?? 0) > 0x20 && (bytes[at] ?? 0) < 0x7f;
	if (!isText) return 'other';
	const line = textOfOctets(bytes.subarray(at, Math.min(end, at + LONGEST_LINE)));
	if (/^(GET \S+ HTTP\/1|HTTP\/1\.\d )/.test(line)) return 'http';
	return line.length < LONGEST_LINE && !line.includes('\n') ? 'unclear' : 'other';
}

/** A frame of a WebSocket that begins a message of SIP. */
function frameKind(bytes: Uint8Array, start: number, end: number): StreamKind {
	const frame = readFrameHeader(bytes, start, end);
	if (!frame) return 'other';
	const head = Math.min(end, frame.payloadAt + Math.min(frame.length, FRAME_HEAD));
	const payload = unmasked(bytes, frame, head);
	if (!startsSip(payload, 0, payload.length)) return 'other';
	return frame.maskAt < 0 ? 'frame' : 'masked frame';
}
