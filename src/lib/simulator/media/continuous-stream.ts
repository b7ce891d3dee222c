/** What of an RTP header tells a stream from another, and a packet from the next (RFC 3550 §5.1). */
export interface StreamPosition {
	ssrc: number;
	/** 16 bits. */
	sequenceNumber: number;
	/** 32 bits. */
	timestamp: number;
}

/** 20 ms at 48 kHz: between the last packet of one source and the first of the next. */
const STEP = 960;

/**
 * Joins what comes from one source after another into one stream without a jump, so that a
 * listener's jitter buffer does not stumble when a call is transferred.
 */
export class ContinuousStream {
	#source: number | undefined;
	#sequenceShift = 0;
	#timestampShift = 0;
	#last = { sequenceNumber: 0, timestamp: 0 };

	next({ ssrc, sequenceNumber, timestamp }: StreamPosition): Omit<StreamPosition, 'ssrc'> {
		if (ssrc !== this.#source) {
			this.#source = ssrc;
			this.#sequenceShift = this.#last.sequenceNumber + 1 - sequenceNumber;
			this.#timestampShift = this.#last.timestamp + STEP - timestamp;
		}
		const next = {
			sequenceNumber: (sequenceNumber + this.#sequenceShift) & 0xffff,
			timestamp: (timestamp + this.#timestampShift) >>> 0
		};
		const isNewer = ((next.sequenceNumber - this.#last.sequenceNumber) & 0xffff) < 0x8000;
		if (isNewer) this.#last = next;
		return next;
	}
}
