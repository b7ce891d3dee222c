import { textOfOctets } from '../../sip/wire.ts';
import type { End } from './flow.ts';
import { HeldBytes } from './held-bytes.ts';
import { SIP_PORT } from './phone-ends.ts';
import { kindOf } from './stream-kind.ts';
import type { StreamMemory } from './stream-memory.ts';
import type { StreamReader } from './stream-reader.ts';
import type { TcpConnection } from './tcp-connection.ts';

/** Within so many bytes a stream shows what it is. */
const LONGEST_HEAD = 16 * 1024;

/** Finds out what one end of a TCP connection speaks, and has it read as that. */
export class StreamContents implements StreamReader {
	readonly #connection: TcpConnection;
	readonly #from: End;
	readonly #isSipPort: boolean;
	/** What may become one thing or another. */
	readonly #held: HeldBytes;
	#reader: StreamReader | undefined;
	#hasPassed = false;

	constructor(
		connection: TcpConnection,
		from: End,
		addresses: readonly string[],
		memory: StreamMemory
	) {
		this.#connection = connection;
		this.#from = from;
		this.#isSipPort = addresses.some((address) => SIP_PORT.test(address));
		this.#held = new HeldBytes(memory);
	}

	take(bytes: Uint8Array, start: number, end: number): void {
		if (this.#reader) return this.#reader.take(bytes, start, end);
		if (this.#held.length === 0) return this.#look(bytes, start, end);
		this.#held.append(bytes, start, end);
		const held = this.#held.bytes.slice();
		this.#held.clear();
		this.#look(held, 0, held.length);
	}

	gap(length: number): void {
		this.#held.clear();
		if (this.#reader) this.#reader.gap(length);
		else this.#hasPassed = true;
	}

	end(isClosed: boolean): void {
		if (this.#held.length > 0) this.#connection.leaveOut('other packets');
		this.#held.clear();
		this.#reader?.end(isClosed);
	}

	#look(bytes: Uint8Array, start: number, end: number): void {
		const kind = kindOf(bytes, start, end);
		if (kind === 'unclear' && end - start < LONGEST_HEAD) {
			this.#held.append(bytes, start, end);
		} else if (kind === 'sip')
			this.#read(this.#connection.sip(this.#from, false), bytes, start, end);
		else if (kind === 'http') this.#upgrade(bytes, start, end);
		else if (kind === 'masked frame' || kind === 'frame') {
			const reader = this.#connection.webSocket(this.#from, kind === 'masked frame');
			this.#read(reader, bytes, start, end);
		} else this.#pass(kind === 'tls', bytes, start, end);
	}

	/** What is no SIP yet: later segments may be. */
	#pass(isTls: boolean, bytes: Uint8Array, start: number, end: number): void {
		if (!isTls && this.#isSipPort) {
			this.#read(this.#connection.sip(this.#from, true), bytes, start, end);
			return;
		}
		this.#hasPassed ||= !isTls;
		this.#connection.leaveOut(isTls ? 'encrypted packets' : 'other packets');
	}

	#read(reader: StreamReader, bytes: Uint8Array, start: number, end: number): void {
		if (this.#hasPassed) this.#connection.loss('what came before on this TCP connection is no SIP');
		this.#reader = reader;
		reader.take(bytes, start, end);
	}

	/** Reads the head of an HTTP message, once it is whole. */
	#upgrade(bytes: Uint8Array, start: number, end: number): void {
		const text = textOfOctets(bytes.subarray(start, Math.min(end, start + LONGEST_HEAD)));
		const length = text.indexOf('\r\n\r\n') + 4;
		if (length < 4) {
			if (end - start < LONGEST_HEAD) this.#held.append(bytes, start, end);
			else this.#connection.leaveOut('other packets');
			return;
		}
		const reader = this.#connection.upgrade(this.#from, text.slice(0, length));
		if (reader === undefined) return this.#connection.leaveOut('other packets');
		this.#reader = reader;
		if (start + length < end) reader.take(bytes, start + length, end);
	}
}
