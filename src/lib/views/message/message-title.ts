import type { SeenMessage } from '../../analysis/seen-message.ts';
import { byteLength } from '../../sip/grammar/byte-length.ts';
import { keepAlive } from '../../sip/keep-alive.ts';

type Told = Pick<SeenMessage, 'entry' | 'head'>;

/** `INVITE`, `180 Ringing`; what is no SIP message says so. */
export function titleOf(message: Told): string {
	const { kind, method, status, reason } = message.head;
	if (kind === 'request') return method;
	if (kind === 'response') return `${status} ${reason}`.trimEnd();
	if (message.entry.bytes) return 'Binary frame';
	return keepAlive(message.entry.text) === undefined ? 'Not SIP' : 'Keep-alive';
}

/** `INVITE 4711`, `180 Ringing`: which one it is, among those of its dialog. */
export function nameOf(message: Told): string {
	const { kind, method, cseq } = message.head;
	return kind === 'request' && cseq >= 0 ? `${method} ${cseq}` : titleOf(message);
}

/** As on the wire, in bytes. */
export function sizeOf(message: SeenMessage): number {
	const { entry } = message;
	return entry.bytes ? entry.bytes.length : byteLength(entry.text);
}
