import { type Piece, splitMessages } from '../../sip/split-messages.ts';
import { textOfOctets } from '../../sip/wire.ts';
import { HeldBytes } from './held-bytes.ts';
import type { Said } from './said.ts';
import type { StreamMemory } from './stream-memory.ts';
import type { StreamReader } from './stream-reader.ts';

/** A message that is longer is none. */
const LONGEST = 16 * 1024 * 1024;

/** Where a message begins, be it in the middle of a line: a body need not end with one. */
const START_LINE = /SIP\/2\.0 \d{3} |(?<![A-Z])[A-Z]{3,20} [a-z]+:\S+ SIP\/2\.0\r?\n/;
/** The longest start line that may be cut in two. */
const LONGEST_LINE = 8_192;

const [CR, LF] = [0x0d, 0x0a];

/** Finds messages in what one end of a TCP connection sent (RFC 3261 §18.3). */
export class SipStream implements StreamReader {
	readonly #said: Said;
	readonly #memory: StreamMemory;
	/** A message, or a line, that goes on. */
	readonly #held: HeldBytes;
	/** Before so many bytes are held, the message cannot be whole; `undefined` while its head goes on. */
	#needed: number | undefined;
	/** The beginning of what comes is missing: the next start line is looked for. */
	#lost: boolean;
	#isGapTold = false;
	/** How much came since then, and was no message. */
	#passedOver = 0;

	/** @param midway whether the stream is read from somewhere in its middle on. */
	constructor(said: Said, memory: StreamMemory, midway = false) {
		this.#said = said;
		this.#memory = memory;
		this.#held = new HeldBytes(memory);
		this.#lost = midway;
	}

	take(bytes: Uint8Array, start: number, end: number): void {
		const held = this.#held;
		if (held.length === 0) return this.#split(bytes.subarray(start, end));
		const from = held.length;
		held.append(bytes, start, end);
		if (held.length > LONGEST || !this.#memory.hasRoomFor(0)) return this.gap(0);
		const isWorthIt =
			this.#needed === undefined ? hasBlankLine(held.bytes, from) : held.length >= this.#needed;
		if (!isWorthIt) return;
		const whole = held.bytes.slice();
		held.clear();
		this.#split(whole);
	}

	gap(length: number): void {
		const rest = this.#held.bytes.slice();
		this.#held.clear();
		if (rest.length > 0 && !this.#lost) this.#said.message(rest);
		if (this.#lost) this.#tellPassedOver(rest.length);
		const count = length === 0 ? 'Some' : `${length}`;
		this.#said.loss('cut off', `${count} bytes of a TCP stream are missing`);
		this.#lost = true;
		this.#isGapTold = true;
		this.#needed = undefined;
	}

	end(): void {
		const rest = this.#held.bytes.slice();
		this.#held.clear();
		if (this.#lost) return this.#tellPassedOver(rest.length);
		if (rest.length === 0) return;
		this.#said.message(rest);
		this.#said.loss('cut off', 'the TCP stream ends within the message before');
	}

	#split(bytes: Uint8Array): void {
		this.#needed = undefined;
		const start = this.#lost ? this.#find(bytes) : 0;
		if (start < 0) return;
		for (const piece of splitMessages(bytes.subarray(start))) this.#take(piece);
	}

	/** Where the next message begins; -1 where that is not within these bytes. */
	#find(bytes: Uint8Array): number {
		const text = textOfOctets(bytes);
		const start = text.search(START_LINE);
		if (start < 0) {
			const lastLine = Math.max(text.lastIndexOf('\n') + 1, text.length - LONGEST_LINE);
			this.#passedOver += lastLine;
			this.#held.append(bytes, lastLine, bytes.length);
			this.#needed = 0;
			return start;
		}
		if (!this.#isGapTold) {
			this.#said.loss('cut off', 'the beginning of what came on a TCP connection is missing');
		}
		this.#tellPassedOver(start);
		this.#lost = false;
		return start;
	}

	/** @param rest what was held at last. */
	#tellPassedOver(rest: number): void {
		const count = this.#passedOver + rest;
		this.#passedOver = 0;
		if (count > 0) this.#said.loss('cut off', `${count} bytes behind that are no whole message`);
	}

	#take({ kind, wire, lacks }: Piece<Uint8Array>): void {
		if (kind === 'unreadable') return this.#takeUnreadable(wire);
		if (kind !== 'incomplete') return this.#said.message(wire);
		this.#held.append(wire, 0, wire.length);
		if (lacks !== undefined) this.#needed = wire.length + lacks;
	}

	/** Its last line may be the beginning of a start line. */
	#takeUnreadable(wire: Uint8Array): void {
		const lines = wire.lastIndexOf(LF) + 1;
		if (lines > 0) this.#said.message(wire.subarray(0, lines));
		if (lines < wire.length) this.#held.append(wire, lines, wire.length);
		// Each byte that comes may complete it.
		this.#needed = 0;
	}
}

/** Whether a head may end in what came from `from` on. */
function hasBlankLine(bytes: Uint8Array, from: number): boolean {
	for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
		const before = bytes[at - 1] === CR ? at - 2 : at - 1;
		if (bytes[before] === LF) return true;
	}
	return false;
}
