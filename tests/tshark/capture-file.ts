/** One UDP datagram between two IPv4 hosts. */
export interface Datagram {
	/** Microseconds since the epoch. */
	at: number;
	source: Endpoint;
	destination: Endpoint;
	payload: Buffer;
}

export interface Endpoint {
	/** The four bytes of an IPv4 address. */
	address: readonly [number, number, number, number];
	port: number;
}

const IP_HEADER = 20;
const UDP_HEADER = 8;

/** Packets that begin with their IP header (https://www.tcpdump.org/linktypes.html). */
const LINKTYPE_RAW = 101;

/** A capture in libpcap's format, as tshark reads it. */
export function captureFile(datagrams: readonly Datagram[]): Buffer {
	const header = Buffer.alloc(24);
	header.writeUInt32LE(0xa1b2c3d4, 0);
	header.writeUInt16LE(2, 4);
	header.writeUInt16LE(4, 6);
	header.writeUInt32LE(0x40000, 16);
	header.writeUInt32LE(LINKTYPE_RAW, 20);
	return Buffer.concat([header, ...datagrams.flatMap(packet)]);
}

function packet(datagram: Datagram): Buffer[] {
	const { at, payload } = datagram;
	const length = IP_HEADER + UDP_HEADER + payload.length;
	const record = Buffer.alloc(16);
	record.writeUInt32LE(Math.floor(at / 1_000_000), 0);
	record.writeUInt32LE(at % 1_000_000, 4);
	record.writeUInt32LE(length, 8);
	record.writeUInt32LE(length, 12);
	return [record, ipHeader(datagram, length), udpHeader(datagram), payload];
}

/** Without a checksum, which tshark does not look at. */
function ipHeader({ source, destination }: Datagram, length: number): Buffer {
	const header = Buffer.alloc(IP_HEADER);
	header.writeUInt8(0x45, 0);
	header.writeUInt16BE(length, 2);
	header.writeUInt8(64, 8);
	header.writeUInt8(17, 9);
	header.set(source.address, 12);
	header.set(destination.address, 16);
	return header;
}

function udpHeader({ source, destination, payload }: Datagram): Buffer {
	const header = Buffer.alloc(UDP_HEADER);
	header.writeUInt16BE(source.port, 0);
	header.writeUInt16BE(destination.port, 2);
	header.writeUInt16BE(UDP_HEADER + payload.length, 4);
	return header;
}
