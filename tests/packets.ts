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

/** Parts as one, numbers as bytes, texts as UTF-8. */
export function bytes(
	...parts: readonly (Uint8Array | string | number | readonly number[])[]
): Buffer {
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
	const records = packets.map((packet, index) => {
		const captured = packet.subarray(0, snapLength);
		const stamp = bytes(word(CAPTURED_AT), word(index * unit));
		return bytes(stamp, word(captured.length), word(packet.length), captured);
	});
	return bytes(header, ...records);
}
