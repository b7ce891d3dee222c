import { MILLISECOND, SECOND } from '../../trace/instant.ts';
import { ByteWindow } from './byte-window.ts';
import {
	emptyPacket,
	type CapturedPacket,
	type PacketReader,
	type PacketSink
} from './captured-packet.ts';

/** The first four bytes as a little-endian number: with stamps of microseconds, or of nanoseconds. */
const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;

const FILE_HEADER = 24;
const RECORD_HEADER = 16;

/** The longest packet that libpcap captures; where a record claims more, it is damaged. */
const LONGEST_PACKET = 262_144;

/** After damage, a record is believed to be one only if it is no further away in time than that. */
const NEAR_SECONDS = 31 * 24 * 3600;

export function isPcap(head: Uint8Array): boolean {
	if (head.length < FILE_HEADER) return false;
	const magic = new DataView(head.buffer, head.byteOffset).getUint32(0, true);
	return [MICROSECONDS, NANOSECONDS, swapped(MICROSECONDS), swapped(NANOSECONDS)].includes(magic);
}

/** Reads libpcap's format (draft-ietf-opsawg-pcap): one header, then a record for each packet. */
export class PcapRecords implements PacketReader {
	readonly #sink: PacketSink;
	readonly #window = new ByteWindow();
	readonly #packet: CapturedPacket = emptyPacket();
	#begun = false;
	#littleEndian = true;
	#unitsPerSecond = SECOND;
	#latestSeconds: number | undefined;
	/** Looking for the next record: what comes at `at` is none. */
	#lost = false;

	constructor(sink: PacketSink) {
		this.#sink = sink;
	}

	take(chunk: Uint8Array): void {
		this.#window.push(chunk);
		if (!this.#begun && !this.#begin()) return;
		do while (this.#next(false));
		while (this.#window.more());
	}

	end(): void {
		if (this.#begun) while (this.#next(true));
		if (this.#window.left > 0 && !this.#lost) {
			this.#sink.loss('cut off', `the file ends within a packet (byte ${this.#window.place})`);
		}
	}

	#begin(): boolean {
		const { view, left } = this.#window;
		if (left < FILE_HEADER) return false;
		const magic = view.getUint32(0, true);
		this.#littleEndian = magic === MICROSECONDS || magic === NANOSECONDS;
		const native = this.#littleEndian ? magic : swapped(magic);
		this.#unitsPerSecond = native === NANOSECONDS ? SECOND * 1_000 : SECOND;
		// Above the link type it says how long a frame check sequence is.
		this.#packet.linkType = view.getUint32(20, this.#littleEndian) & 0xffff;
		this.#window.at = FILE_HEADER;
		return (this.#begun = true);
	}

	/** Takes the next record; `false` where more bytes are needed. */
	#next(atEnd: boolean): boolean {
		if (this.#lost) return this.#search(atEnd);
		const { at, left } = this.#window;
		if (left < RECORD_HEADER) return false;
		if (!this.#isSound(at)) return this.#mend(atEnd);
		const length = RECORD_HEADER + this.#u32(at + 8);
		if (left < length) {
			this.#window.wanted = length;
			return false;
		}
		this.#read(at);
		return true;
	}

	/** Where a record's length is right after all, only its stamps are wrong. */
	#mend(atEnd: boolean): boolean {
		const { at, left } = this.#window;
		const length = RECORD_HEADER + this.#u32(at + 8);
		const mayBeRight = length <= RECORD_HEADER + LONGEST_PACKET;
		if (mayBeRight && !atEnd && left < length + RECORD_HEADER) return false;
		const detail = `the record of a packet (byte ${this.#window.place})`;
		this.#sink.loss('damaged', detail);
		if (mayBeRight && left >= length + RECORD_HEADER && this.#isSound(at + length)) {
			this.#window.at += length;
		} else {
			this.#lost = true;
			this.#window.at++;
		}
		return true;
	}

	/** Looks for what must be a record, since another follows it, or the file ends there. */
	#search(atEnd: boolean): boolean {
		const { bytes } = this.#window;
		for (; this.#window.left >= RECORD_HEADER; this.#window.at++) {
			const { at } = this.#window;
			if (!this.#isSound(at) || !this.#isNear(at)) continue;
			const next = at + RECORD_HEADER + this.#u32(at + 8);
			const isLast = atEnd && next === bytes.length;
			if (next + RECORD_HEADER > bytes.length && !isLast) {
				if (atEnd) continue;
				return false;
			}
			if (!isLast && !(this.#isSound(next) && this.#isNear(next))) continue;
			this.#lost = false;
			return true;
		}
		return false;
	}

	#isSound(at: number): boolean {
		const captured = this.#u32(at + 8);
		return (
			captured <= LONGEST_PACKET &&
			captured <= this.#u32(at + 12) &&
			this.#u32(at + 4) < this.#unitsPerSecond
		);
	}

	#isNear(at: number): boolean {
		const seconds = this.#u32(at);
		return Math.abs(seconds - (this.#latestSeconds ?? seconds)) < NEAR_SECONDS && seconds > 0;
	}

	#read(at: number): void {
		const seconds = this.#u32(at);
		const fraction = this.#u32(at + 4);
		const captured = this.#u32(at + 8);
		const packet = this.#packet;
		const isFine = this.#unitsPerSecond > SECOND;
		packet.at = seconds * SECOND + (isFine ? Math.floor(fraction / MILLISECOND) : fraction);
		packet.bytes = this.#window.bytes;
		packet.start = at + RECORD_HEADER;
		packet.end = packet.start + captured;
		packet.missing = this.#u32(at + 12) - captured;
		this.#latestSeconds = seconds;
		this.#window.at = packet.end;
		this.#sink.packet(packet);
	}

	#u32(at: number): number {
		return this.#window.view.getUint32(at, this.#littleEndian);
	}
}

function swapped(word: number): number {
	const view = new DataView(new ArrayBuffer(4));
	view.setUint32(0, word);
	return view.getUint32(0, true);
}
