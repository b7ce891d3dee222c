import { type Datagram, packetLength, writePacket } from './ip-datagram.ts';

const HEADER = 14;
const IP4 = 0x0800;
const IP6 = 0x86dd;

/** An address that nobody's hardware has: the second bit says that it was given locally. */
const LOCAL = 0x02;

/** A datagram as an Ethernet frame, between addresses that are made of those of IP. */
export function ethernetFrame(datagram: Datagram): Uint8Array {
	const { source, destination } = datagram;
	const frame = new Uint8Array(HEADER + packetLength(datagram));
	frame.set([LOCAL, 0, ...destination.address.slice(-4)], 0);
	frame.set([LOCAL, 0, ...source.address.slice(-4)], 6);
	new DataView(frame.buffer).setUint16(12, source.address.length === 16 ? IP6 : IP4);
	writePacket(datagram, frame.subarray(HEADER));
	return frame;
}
