import type { Endpoint } from './endpoint.ts';

export interface Datagram {
	readonly source: Endpoint;
	readonly destination: Endpoint;
	readonly payload: Uint8Array;
}

const UDP = 17;
const UDP_HEADER = 8;
const IP4_HEADER = 20;
const IP6_HEADER = 40;
const HOPS = 64;

/** As much fits into one datagram, whatever its addresses: an IPv4 packet says its length in 16 bits. */
export const LONGEST_PAYLOAD = 0xffff - IP4_HEADER - UDP_HEADER;

/** How long the packet of a datagram is. */
export function packetLength({ source, payload }: Datagram): number {
	return ipHeader(source) + UDP_HEADER + payload.length;
}

/** Writes the IP packet of a datagram (RFC 791 §3.1, RFC 8200 §3, RFC 768) where there are zeros and room. */
export function writePacket({ source, destination, payload }: Datagram, packet: Uint8Array): void {
	const header = ipHeader(source);
	const isIp6 = header === IP6_HEADER;
	const view = new DataView(packet.buffer, packet.byteOffset, packet.length);
	if (isIp6) writeIp6(view, UDP_HEADER + payload.length);
	else writeIp4(view, packet.length);
	packet.set(source.address, isIp6 ? 8 : 12);
	packet.set(destination.address, isIp6 ? 24 : 16);
	if (!isIp6) view.setUint16(10, checksum(packet, 0, IP4_HEADER, 0));
	writeUdp(view, header, source.port, destination.port);
	packet.set(payload, header + UDP_HEADER);
	// Both addresses, the length and the protocol are summed up too; a sum of 0 would say that there is none.
	const addresses = isIp6 ? 8 : 12;
	const known = UDP + UDP_HEADER + payload.length;
	view.setUint16(header + 6, checksum(packet, addresses, packet.length, known) || 0xffff);
}

function ipHeader({ address }: Endpoint): number {
	return address.length === 16 ? IP6_HEADER : IP4_HEADER;
}

function writeIp4(view: DataView, length: number): void {
	view.setUint8(0, 0x45);
	view.setUint16(2, length);
	view.setUint8(8, HOPS);
	view.setUint8(9, UDP);
}

function writeIp6(view: DataView, payloadLength: number): void {
	view.setUint8(0, 0x60);
	view.setUint16(4, payloadLength);
	view.setUint8(6, UDP);
	view.setUint8(7, HOPS);
}

function writeUdp(view: DataView, at: number, source: number, destination: number): void {
	view.setUint16(at, source);
	view.setUint16(at + 2, destination);
	view.setUint16(at + 4, view.byteLength - at);
}

/** The ones' complement of the ones' complement sum of 16-bit words (RFC 1071). */
function checksum(bytes: Uint8Array, start: number, end: number, already: number): number {
	let sum = already;
	for (let at = start; at < end; at += 2) {
		sum += ((bytes[at] ?? 0) << 8) | (at + 1 < end ? (bytes[at + 1] ?? 0) : 0);
	}
	while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
	return ~sum & 0xffff;
}
