import type { Sound } from '../core/sounds.ts';
import { PCMU_RATE, pcmuOf } from './pcmu.ts';

const PACKET_MILLISECONDS = 20;
const PACKET_SAMPLES = (PCMU_RATE * PACKET_MILLISECONDS) / 1000;
/** After a pause of the whole process the rest is skipped, not sent in one burst. */
const MOST_AT_ONCE = 5;

export interface PcmuPacket {
	sequenceNumber: number;
	/** In samples. */
	timestamp: number;
	payload: Uint8Array;
}

/** Sends a sound in packets of 20 ms, as time goes by, until it ends or is stopped. */
export class SoundPlayer {
	#bytes: Uint8Array;
	#repeats: boolean;
	#send: (packet: PcmuPacket) => void;
	#startedAt = performance.now();
	#packets = 0;
	#timer: NodeJS.Timeout;

	constructor(sound: Sound, send: (packet: PcmuPacket) => void) {
		this.#bytes = pcmuOf(sound);
		this.#repeats = sound.repeats;
		this.#send = send;
		this.#timer = setInterval(() => this.#sendDue(), PACKET_MILLISECONDS);
		// A sound alone keeps no process alive.
		this.#timer.unref();
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	/** Timers are late now and then: the clock says how many packets are due. */
	#sendDue(): void {
		const due = Math.floor((performance.now() - this.#startedAt) / PACKET_MILLISECONDS);
		this.#packets = Math.max(this.#packets, due - MOST_AT_ONCE);
		while (this.#packets < due) this.#sendNext();
	}

	#sendNext(): void {
		const sequenceNumber = this.#packets++;
		const timestamp = sequenceNumber * PACKET_SAMPLES;
		const payload = this.#samplesAt(timestamp);
		if (payload.length < PACKET_SAMPLES) return this.stop();
		this.#send({ sequenceNumber: sequenceNumber & 0xffff, timestamp, payload });
	}

	/** A sound that repeats begins again within a packet. */
	#samplesAt(start: number): Uint8Array {
		const { length } = this.#bytes;
		if (!this.#repeats || length === 0) return this.#bytes.subarray(start, start + PACKET_SAMPLES);
		return Uint8Array.from(
			{ length: PACKET_SAMPLES },
			(_, at) => this.#bytes[(start + at) % length] ?? 0
		);
	}
}
