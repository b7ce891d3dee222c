const KEYS = '0123456789*#ABCD';

/**
 * Reads keys from telephone-event packets (RFC 4733 §2.3). A key is many packets with one
 * timestamp, the last of them sent three times: it is told once, when it is let go.
 */
export class KeyReader {
	#told: number | undefined;

	/** @returns the key that this packet ends, if it is news */
	read(timestamp: number, payload: Uint8Array): string | undefined {
		const [event, flags] = payload;
		if (event === undefined || flags === undefined) return undefined;
		const isEnd = (flags & 0x80) !== 0;
		if (!isEnd || timestamp === this.#told) return undefined;
		this.#told = timestamp;
		return KEYS[event];
	}
}
