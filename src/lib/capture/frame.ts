import type { Payload } from '../trace/entry.ts';

/**
 * What a frame carries. Received text is valid UTF-8 (a browser fails the connection otherwise, RFC
 * 6455 §8.1); in sent text `send` replaces each unpaired surrogate by U+FFFD, and so do we, since
 * that is what travels. Bytes are copied: their sender may reuse the buffer.
 */
export function payloadOf(data: string | ArrayBufferLike | ArrayBufferView): Payload {
	if (typeof data === 'string') return { text: data.toWellFormed() };
	if (ArrayBuffer.isView(data)) {
		return { bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() };
	}
	return { bytes: new Uint8Array(data).slice() };
}
