import { joined } from '../bytes/joined.ts';
import { HeldBytes } from './held-bytes.ts';
import { Inflater } from './inflater.ts';
import type { StreamMemory } from './stream-memory.ts';
import type { StreamReader } from './stream-reader.ts';
import {
	BINARY,
	CLOSE,
	type FrameHeader,
	readFrameHeader,
	TEXT,
	unmasked
} from './websocket-frame.ts';
import type { WebSocketSession } from './websocket-session.ts';
import type { End } from './flow.ts';

/** A frame, or a message, that is longer carries no SIP. */
const LONGEST = 16 * 1024 * 1024;

/** Finds messages in the frames that one end of a WebSocket sent (RFC 6455 §5). */
export class WebSocketStream implements StreamReader {
	readonly #session: WebSocketSession;
	readonly #from: End;
	readonly #memory: StreamMemory;
	/** A frame that goes on. */
	readonly #held: HeldBytes;
	#needed = 0;
	/** What came of a message so far, and what its first frame said of it. */
	#parts: Uint8Array[] = [];
	#first: FrameHeader | undefined;
	#inflater: Inflater | undefined;
	/** Where the next frame begins is not known. */
	#lost = false;

	constructor(session: WebSocketSession, from: End, memory: StreamMemory) {
		this.#session = session;
		this.#from = from;
		this.#memory = memory;
		this.#held = new HeldBytes(memory);
	}

	take(bytes: Uint8Array, start: number, end: number): void {
		if (this.#lost && !isWholeFrames(bytes, start, end)) return;
		this.#lost = false;
		const held = this.#held;
		if (held.length === 0) return this.#takeFrames(bytes, start, end);
		held.append(bytes, start, end);
		if (held.length < this.#needed) return;
		const whole = held.bytes.slice();
		held.clear();
		this.#takeFrames(whole, 0, whole.length);
	}

	gap(length: number): void {
		const count = length === 0 ? 'Some' : `${length}`;
		this.#lose(`${count} bytes of a WebSocket are missing`);
	}

	end(isClosed: boolean): void {
		if (this.#held.length > 0 || this.#first) {
			this.#lose('the WebSocket ends within a message');
		}
		if (isClosed) this.#session.closed();
		else this.#session.forget();
	}

	#lose(detail: string): void {
		this.#held.clear();
		this.#parts = [];
		this.#first = undefined;
		this.#inflater?.miss();
		this.#lost = true;
		this.#session.loss(this.#from, 'cut off', detail);
	}

	#takeFrames(bytes: Uint8Array, start: number, end: number): void {
		let at = start;
		while (at < end) {
			const frame = readFrameHeader(bytes, at, end);
			if (frame === null || (frame && frame.length > LONGEST) || !this.#memory.hasRoomFor(0)) {
				return this.#lose('what comes next is no frame of a WebSocket');
			}
			if (frame === undefined) return this.#hold(bytes, at, end, 0);
			const next = frame.payloadAt + frame.length;
			if (next > end) return this.#hold(bytes, at, end, next - at);
			this.#takeFrame(frame, bytes);
			at = next;
		}
	}

	#hold(bytes: Uint8Array, at: number, end: number, needed: number): void {
		this.#held.append(bytes, at, end);
		this.#needed = needed;
	}

	#takeFrame(frame: FrameHeader, bytes: Uint8Array): void {
		const { opcode, isLast } = frame;
		if (opcode === CLOSE) return this.#session.closing(unmasked(bytes, frame));
		if (opcode > CLOSE) return;
		if (opcode === TEXT || opcode === BINARY) {
			this.#first = frame;
			this.#parts = [];
		} else if (this.#first === undefined) return;
		this.#parts.push(unmasked(bytes, frame));
		if (isLast) this.#finish();
	}

	#finish(): void {
		const { opcode, isCompressed } = this.#first ?? { opcode: TEXT, isCompressed: false };
		const [only] = this.#parts;
		const message = only && this.#parts.length === 1 ? only : joined(this.#parts);
		this.#first = undefined;
		this.#parts = [];
		const plain = isCompressed ? this.#unpack(message) : message;
		if (plain === undefined) {
			const detail = 'a compressed message of a WebSocket, which cannot be unpacked';
			return this.#session.loss(this.#from, 'damaged', detail);
		}
		this.#session.message(this.#from, plain, opcode === BINARY);
	}

	#unpack(packed: Uint8Array): Uint8Array | undefined {
		this.#inflater ??= new Inflater(this.#session.forgets(this.#from));
		return this.#inflater.inflate(packed);
	}
}

/** Whether bytes are frames from beginning to end: so one finds back into a stream with a gap. */
export function isWholeFrames(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end) {
		const frame = readFrameHeader(bytes, at, end);
		if (!frame) return false;
		at = frame.payloadAt + frame.length;
	}
	return at === end && end > start;
}
