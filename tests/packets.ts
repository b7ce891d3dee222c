import { Buffer } from 'node:buffer';

/** An address with its port. */
export interface Host {
	/** The bytes of its address: 4 or 16. */
	readonly address: readonly number[];
	readonly port: number;
}

/** `192.0.2.x`. */
export function host(last: number, port = 5060): Host {
	return { address: [192, 0, 2, last], port };
}

/** `2001:db8::x`. */
export function host6(last: number, port = 5060): Host {
	return { address: [0x20, 0x01, 0x0d, 0xb8, ...Array<number>(11).fill(0), last], port };
}

export type Part = Uint8Array | string | number | readonly number[];

/** Parts as one, numbers as bytes, texts as UTF-8. */
export function bytes(...parts: readonly Part[]): Buffer {
	return Buffer.concat(
		parts.map((part) =>
			typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part as Uint8Array)
		)
	);
}

export function u16(value: number): Buffer {
	return bytes(value >> 8, value & 0xff);
}

export function u32(value: number): Buffer {
	return bytes(u16(value >>> 16), u16(value & 0xffff));
}

export function udp(from: Host, to: Host, payload: Uint8Array | string): Buffer {
	const content = bytes(payload);
	return bytes(u16(from.port), u16(to.port), u16(8 + content.length), 0, 0, content);
}

export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const ACK = 0x10;

export interface Segment {
	readonly from: Host;
	readonly to: Host;
	readonly seq: number;
	readonly ack?: number;
	readonly flags?: number;
	readonly payload?: Uint8Array | string;
}

export function tcp({ from, to, seq, ack = 0, flags = ACK, payload = '' }: Segment): Buffer {
	const ports = bytes(u16(from.port), u16(to.port));
	return bytes(ports, u32(seq >>> 0), u32(ack >>> 0), 0x50, flags, u16(65_535), u32(0), payload);
}

export interface Ip4Options {
	readonly id?: number;
	/** In bytes; a multiple of 8. */
	readonly offset?: number;
	readonly more?: boolean;
}

export function ip4(
	protocol: number,
	from: Host,
	to: Host,
	payload: Uint8Array,
	options: Ip4Options = {}
): Buffer {
	const { id = 0, offset = 0, more = false } = options;
	const fragmentation = u16((more ? 0x2000 : 0) | (offset >> 3));
	const length = u16(20 + payload.length);
	return bytes(
		0x45,
		0,
		length,
		u16(id),
		fragmentation,
		64,
		protocol,
		0,
		0,
		from.address,
		to.address,
		payload
	);
}

export function ip6(protocol: number, from: Host, to: Host, payload: Uint8Array): Buffer {
	const length = u16(payload.length);
	return bytes(0x60, 0, 0, 0, length, protocol, 64, from.address, to.address, payload);
}

/** An IP packet of either version, as an Ethernet frame. */
export function ethernet(packet: Uint8Array): Buffer {
	const type = (packet[0] ?? 0) >> 4 === 6 ? 0x86dd : 0x0800;
	return bytes(Array<number>(12).fill(2), u16(type), packet);
}

export function udpFrame(from: Host, to: Host, payload: Uint8Array | string): Buffer {
	const datagram = udp(from, to, payload);
	const ip = from.address.length === 4 ? ip4 : ip6;
	return ethernet(ip(17, from, to, datagram));
}

export function tcpFrame(segment: Segment): Buffer {
	return ethernet(ip4(6, segment.from, segment.to, tcp(segment)));
}

export interface PcapOptions {
	readonly linkType?: number;
	readonly bigEndian?: boolean;
	readonly nanoseconds?: boolean;
	/** So much of each packet was captured. */
	readonly snapLength?: number;
}

/** When the first packet of a made-up capture came, in seconds; the others follow a millisecond apart. */
export const CAPTURED_AT = 1_780_000_000;

/** A capture in libpcap's format. */
export function pcapFile(packets: readonly Uint8Array[], options: PcapOptions = {}): Buffer {
	const { linkType = 1, bigEndian = false, nanoseconds = false, snapLength = 262_144 } = options;
	const word = (value: number) => (bigEndian ? u32(value) : u32(value).reverse());
	const half = (value: number) => (bigEndian ? u16(value) : u16(value).reverse());
	const magic = word(nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4);
	const header = bytes(magic, half(2), half(4), word(0), word(0), word(snapLength), word(linkType));
	const unit = nanoseconds ? 1_000_000 : 1_000;
	const perSecond = 1_000;
	const records = packets.map((packet, index) => {
		const captured = packet.subarray(0, snapLength);
		const seconds = CAPTURED_AT + Math.floor(index / perSecond);
		const stamp = bytes(word(seconds), word((index % perSecond) * unit));
		return bytes(stamp, word(captured.length), word(packet.length), captured);
	});
	return bytes(header, ...records);
}

/** One block of pcapng, little-endian. */
export function block(type: number, ...body: readonly Part[]): Buffer {
	const content = bytes(...body);
	const padding = Array<number>((4 - (content.length % 4)) % 4).fill(0);
	const length = le32(12 + content.length + padding.length);
	return bytes(le32(type), length, content, padding, length);
}

export function le32(value: number): Buffer {
	return u32(value).reverse();
}

export function le16(value: number): Buffer {
	return u16(value).reverse();
}

/** A capture in pcapng, of one interface with such options (code and value), with stamps of microseconds. */
export function pcapngFile(
	packets: readonly Uint8Array[],
	options: readonly (readonly [number, Uint8Array])[] = [],
	linkType = 1
): Buffer {
	const section = block(
		0x0a0d0d0a,
		le32(0x1a2b3c4d),
		le16(1),
		le16(0),
		Array<number>(8).fill(0xff)
	);
	const written = options.map(([code, value]) =>
		bytes(
			le16(code),
			le16(value.length),
			value,
			Array<number>((4 - (value.length % 4)) % 4).fill(0)
		)
	);
	const source = block(1, le16(linkType), le16(0), le32(0), ...written, le32(0));
	const blocks = packets.map((packet, index) =>
		enhancedPacket(packet, CAPTURED_AT * 1e6 + index * 1e3)
	);
	return bytes(section, source, ...blocks);
}

/** An Enhanced Packet Block of the first interface. */
export function enhancedPacket(packet: Uint8Array, stamp: number): Buffer {
	const lengths = bytes(le32(packet.length), le32(packet.length));
	return block(
		6,
		le32(0),
		le32(Math.floor(stamp / 2 ** 32)),
		le32(stamp % 2 ** 32),
		lengths,
		packet
	);
}
