import type { StreamMemory } from './stream-memory.ts';
import type { StreamReader } from './stream-reader.ts';

/** What is this far ahead belongs to no stream: its sequence number is damaged. */
const FARTHEST = 16 * 1024 * 1024;
const MOST_STRAYS = 3;
/** So much is held back for what is missing before it: then it is believed to be lost. */
const MOST_SEGMENTS = 256;
const MOST_BYTES = 4 * 1024 * 1024;

interface Segment {
	readonly seq: number;
	readonly bytes: Uint8Array;
	/** Bytes behind them that were not captured. */
	readonly missing: number;
}

/** Puts one direction of a TCP connection in order (RFC 9293 §3.4): what came late, twice, or never. */
export class TcpStream {
	readonly #reader: StreamReader;
	readonly #memory: StreamMemory;
	/** The sequence number of its first byte, where its SYN was seen. */
	initial: number | undefined;
	/** Sequence number of what comes next. */
	next: number | undefined;
	/** In the order of their sequence numbers, all behind a gap. */
	readonly #ahead: Segment[] = [];
	#aheadBytes = 0;
	/** Sequence number behind the last byte, once FIN told it. */
	#endsAt: number | undefined;
	#ended = false;
	#strays = 0;

	constructor(reader: StreamReader, memory: StreamMemory) {
		this.#reader = reader;
		this.#memory = memory;
	}

	/** The SYN: its number is that before the first byte. */
	begin(seq: number): void {
		this.initial = (seq + 1) | 0;
		this.next ??= this.initial;
	}

	take(seq: number, bytes: Uint8Array, start: number, end: number, missing: number): void {
		if (this.#isStray(seq)) return;
		const next = (this.next ??= seq);
		const ahead = (seq - next) | 0;
		if (ahead > 0) this.#hold(seq, bytes.slice(start, end), missing);
		else this.#pass(seq, bytes, start, end, missing);
		this.#endIfOver();
	}

	/** The other end has all up to `ack`: what was not captured by now will never be. */
	acknowledged(ack: number): void {
		const [first] = this.#ahead;
		if (first === undefined || ((ack - first.seq) | 0) < 0) return;
		this.#skipGap();
		this.#endIfOver();
	}

	/** FIN: nothing comes behind `seq`. */
	finish(seq: number): void {
		this.next ??= seq;
		this.#endsAt = seq;
		this.#endIfOver();
	}

	/** Whether or not all of it came. */
	end(isClosed: boolean): void {
		while (this.#ahead.length > 0) this.#skipGap();
		if (this.#ended) return;
		this.#ended = true;
		this.#reader.end(isClosed);
	}

	/** One that is far off is damaged; where several are, it was the stream that began with one. */
	#isStray(seq: number): boolean {
		const distance = this.next === undefined ? 0 : Math.abs((seq - this.next) | 0);
		if (distance <= FARTHEST) this.#strays = 0;
		else if (++this.#strays < MOST_STRAYS) return true;
		else {
			this.end(false);
			this.#ended = false;
			this.next = seq;
			this.#reader.gap(0);
		}
		return false;
	}

	#endIfOver(): void {
		if (this.#endsAt !== undefined && this.next === this.#endsAt) this.end(true);
	}

	/** Passes on what of it is new. */
	#pass(seq: number, bytes: Uint8Array, start: number, end: number, missing: number): void {
		const next = this.next ?? seq;
		const known = (next - seq) | 0;
		const length = end - start + missing;
		if (known >= length) return;
		const from = Math.min(start + known, end);
		if (from < end) this.#reader.take(bytes, from, end);
		const lost = length - Math.max(known, end - start);
		if (missing > 0 && lost > 0) this.#reader.gap(lost);
		this.next = (seq + length) | 0;
		this.#passAhead();
	}

	#passAhead(): void {
		for (let [first] = this.#ahead; first !== undefined; [first] = this.#ahead) {
			if (((first.seq - (this.next ?? 0)) | 0) > 0) return;
			this.#ahead.shift();
			this.#count(-first.bytes.length);
			this.#pass(first.seq, first.bytes, 0, first.bytes.length, first.missing);
		}
	}

	#hold(seq: number, bytes: Uint8Array, missing: number): void {
		if (bytes.length === 0) return;
		let at = this.#ahead.length;
		while (at > 0 && ((seq - (this.#ahead[at - 1]?.seq ?? 0)) | 0) < 0) at--;
		this.#ahead.splice(at, 0, { seq, bytes, missing });
		this.#count(bytes.length);
		const isFull = this.#ahead.length > MOST_SEGMENTS || this.#aheadBytes > MOST_BYTES;
		if (isFull || !this.#memory.hasRoomFor(0)) this.#skipGap();
	}

	#skipGap(): void {
		const [first] = this.#ahead;
		if (first === undefined || this.next === undefined) return;
		const length = (first.seq - this.next) | 0;
		this.next = first.seq;
		if (length > 0) this.#reader.gap(length);
		this.#passAhead();
	}

	#count(bytes: number): void {
		this.#aheadBytes += bytes;
		this.#memory.change(bytes);
	}
}
