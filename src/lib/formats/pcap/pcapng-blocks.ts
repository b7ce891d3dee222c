import type { Instant } from '../../trace/instant.ts';
import { ByteWindow } from './byte-window.ts';
import {
	emptyPacket,
	type CapturedPacket,
	type PacketReader,
	type PacketSink
} from './captured-packet.ts';
import { droppedIn, type Interface, readInterface } from './pcapng-interface.ts';

/** Types of blocks (draft-ietf-opsawg-pcapng §4); those of others are skipped by their length. */
const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const PACKET = 2;
const SIMPLE_PACKET = 3;
const STATISTICS = 5;
const ENHANCED_PACKET = 6;
/** After damage, only a block of one of these is believed to be one. */
const KNOWN: ReadonlySet<number> = new Set([SECTION, 1, 2, 3, 4, 5, 6, 9, 10, 0xbad, 0x40000bad]);

/** From here on, types mean what whoever wrote them wants. */
const LOCAL_USE = 0x80000000;

const BYTE_ORDER = 0x1a2b3c4d;
const ORDER_AT = 8;

/** Type, length, and the length again at its end. */
const SHORTEST_BLOCK = 12;
/** A block of a packet is a little longer than the packet; lists of names and keys may be long. */
const LONGEST_BLOCK = 16 * 1024 * 1024;
/** After damage, only shorter ones are looked for. */
const LONGEST_FOUND = 512 * 1024;

export function isPcapng(head: Uint8Array): boolean {
	if (head.length < SHORTEST_BLOCK) return false;
	const view = new DataView(head.buffer, head.byteOffset);
	return view.getUint32(0) === SECTION && orderAt(view, ORDER_AT) !== undefined;
}

/** Reads pcapng (draft-ietf-opsawg-pcapng): blocks, each with its length before and behind it. */
export class PcapngBlocks implements PacketReader {
	readonly #sink: PacketSink;
	readonly #window = new ByteWindow();
	readonly #packet: CapturedPacket = emptyPacket();
	#littleEndian = true;
	#interfaces: Interface[] = [];
	#latestAt: Instant = 0;
	readonly #unknown = new Set<number>();
	/** Looking for the next block: what comes at `at` is none. */
	#lost = false;

	constructor(sink: PacketSink) {
		this.#sink = sink;
	}

	take(chunk: Uint8Array): void {
		this.#window.push(chunk);
		do while (this.#next(false));
		while (this.#window.more());
	}

	end(): void {
		while (this.#next(true));
		if (this.#window.left > 0 && !this.#lost) {
			this.#sink.loss('cut off', `the file ends within a block (byte ${this.#window.place})`);
		}
	}

	/** Takes the next block; `false` where more bytes are needed. */
	#next(atEnd: boolean): boolean {
		const { at, left } = this.#window;
		if (left < SHORTEST_BLOCK) return false;
		if (this.#lost) return this.#search(atEnd);
		this.#followOrder(at);
		const length = this.#u32(at + 4);
		if (length < SHORTEST_BLOCK || length % 4 !== 0 || length > LONGEST_BLOCK) {
			return this.#lose();
		}
		if (left < length) {
			this.#window.wanted = length;
			return atEnd && this.#holdsOthers() ? this.#lose() : false;
		}
		if (this.#u32(at + length - 4) !== length) return this.#lose();
		this.#read(at, length);
		this.#window.at = at + length;
		return true;
	}

	/** Each section may have been written by another machine. */
	#followOrder(at: number): void {
		const { view } = this.#window;
		if (view.getUint32(at) !== SECTION) return;
		this.#littleEndian = orderAt(view, at + ORDER_AT) ?? this.#littleEndian;
	}

	#lose(): true {
		this.#sink.loss('damaged', `a block of the capture (byte ${this.#window.place})`);
		this.#lost = true;
		this.#window.at++;
		return true;
	}

	/** Looks for what must be a block, since its length is behind it as well. */
	#search(atEnd: boolean): boolean {
		for (; this.#window.left >= SHORTEST_BLOCK; this.#window.at++) {
			const { at, left } = this.#window;
			this.#followOrder(at);
			const length = this.#u32(at + 4);
			if (!KNOWN.has(this.#u32(at)) || length % 4 !== 0) continue;
			if (length < SHORTEST_BLOCK || length > LONGEST_FOUND) continue;
			if (length > left) {
				if (atEnd) continue;
				return false;
			}
			if (this.#u32(at + length - 4) !== length) continue;
			this.#lost = false;
			return true;
		}
		return false;
	}

	/** Whether a block that goes on behind the end of the file is a sound one with a wrong length. */
	#holdsOthers(): boolean {
		const { at, bytes } = this.#window;
		for (let place = at + 4; place + SHORTEST_BLOCK <= bytes.length; place++) {
			const length = this.#u32(place + 4);
			if (length < SHORTEST_BLOCK || place + length > bytes.length) continue;
			if (KNOWN.has(this.#u32(place)) && this.#u32(place + length - 4) === length) return true;
		}
		return false;
	}

	#read(at: number, length: number): void {
		const end = at + length - 4;
		const type = this.#u32(at);
		if (type === SECTION) this.#interfaces = [];
		else if (type === INTERFACE) this.#addInterface(at + 8, end);
		else if (type === ENHANCED_PACKET) this.#enhanced(at, this.#u32(at + 8), end);
		else if (type === PACKET) this.#enhanced(at, this.#u16(at + 8), end);
		else if (type === SIMPLE_PACKET) this.#simple(at, end);
		else if (type === STATISTICS) this.#statistics(at + 20, end);
		else if (!KNOWN.has(type) && type < LOCAL_USE) this.#tellUnknown(type);
	}

	/** It may be one of a newer version, or a packet whose type is damaged. */
	#tellUnknown(type: number): void {
		if (this.#unknown.has(type)) return;
		this.#unknown.add(type);
		this.#sink.loss('damaged', `a block of type ${type}, which Sipscope does not know`);
	}

	#addInterface(at: number, end: number): void {
		this.#interfaces.push(readInterface(this.#window.view, at, end, this.#littleEndian));
	}

	/** An Enhanced Packet Block; the obsolete Packet Block has its numbers at the same places. */
	#enhanced(at: number, index: number, end: number): void {
		const source = this.#interfaces[index];
		const start = at + 28;
		const captured = start <= end ? this.#u32(at + 20) : Infinity;
		if (source === undefined || start + captured > end) {
			return this.#sink.loss('damaged', `the block of a packet (byte ${this.#window.place})`, 1);
		}
		this.#latestAt = source.instantOf(this.#u32(at + 12), this.#u32(at + 16));
		this.#give(source, start, captured, this.#u32(at + 24), false);
	}

	/** A packet without a time, of the first interface. */
	#simple(at: number, end: number): void {
		const [source] = this.#interfaces;
		const start = at + 12;
		if (source === undefined || start > end) {
			return this.#sink.loss('damaged', `the block of a packet (byte ${this.#window.place})`, 1);
		}
		const original = this.#u32(at + 8);
		const captured = Math.min(original, source.snapLength, end - start);
		this.#give(source, start, captured, original, true);
	}

	#give(
		{ linkType }: Interface,
		start: number,
		captured: number,
		original: number,
		approximate: boolean
	): void {
		const packet = this.#packet;
		packet.at = this.#latestAt;
		packet.approximate = approximate;
		packet.linkType = linkType;
		packet.bytes = this.#window.bytes;
		packet.start = start;
		packet.end = start + captured;
		packet.missing = Math.max(0, original - captured);
		this.#sink.packet(packet);
	}

	#statistics(at: number, end: number): void {
		const dropped = droppedIn(this.#window.view, at, end, this.#littleEndian);
		if (dropped > 0) {
			this.#sink.loss('cut off', `${dropped} packets were dropped while capturing`, dropped);
		}
	}

	#u32(at: number): number {
		return this.#window.view.getUint32(at, this.#littleEndian);
	}

	#u16(at: number): number {
		return this.#window.view.getUint16(at, this.#littleEndian);
	}
}

/** Whether a section is little-endian; `undefined` where its byte-order magic is none. */
function orderAt(view: DataView, at: number): boolean | undefined {
	if (view.getUint32(at, true) === BYTE_ORDER) return true;
	return view.getUint32(at, false) === BYTE_ORDER ? false : undefined;
}
