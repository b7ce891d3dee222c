import type { CapturedPacket } from './captured-packet.ts';

/** https://www.tcpdump.org/linktypes.html */
const NULL = 0;
const ETHERNET = 1;
const RAW = 101;
const LOOP = 108;
const LINUX_SLL = 113;
const IPV4 = 228;
const IPV6 = 229;
const LINUX_SLL2 = 276;
/** Packets that begin with IP, as some systems number them in files. */
const RAW_ELSEWHERE = [12, 14];

/** Ethertypes (IEEE 802). */
const IP_4 = 0x0800;
const IP_6 = 0x86dd;
const VLANS: ReadonlySet<number> = new Set([0x8100, 0x88a8, 0x9100]);

const NO_IP = -1;

const HEADERS: ReadonlyMap<number, (packet: CapturedPacket) => number> = new Map([
	[ETHERNET, ({ bytes, start, end }) => behindType(bytes, start + 12, end)],
	[LINUX_SLL, ({ bytes, start, end }) => behindType(bytes, start + 14, end)],
	[LINUX_SLL2, linuxCooked2],
	[NULL, behindFamily],
	[LOOP, behindFamily],
	...[RAW, IPV4, IPV6, ...RAW_ELSEWHERE].map(
		(linkType) => [linkType, ({ start }: CapturedPacket) => start] as const
	)
]);

/** Where the IP header of a packet begins; -1 where it has none, `undefined` where its link is not known. */
export function ipOffset(packet: CapturedPacket): number | undefined {
	return HEADERS.get(packet.linkType)?.(packet);
}

/** Behind the ethertype at `at`, and any VLAN tags that it announces (IEEE 802.1Q, 802.1ad). */
function behindType(bytes: Uint8Array, at: number, end: number): number {
	while (at + 2 <= end) {
		const type = u16(bytes, at);
		if (type === IP_4 || type === IP_6) return at + 2;
		if (!VLANS.has(type)) return NO_IP;
		at += 4;
	}
	return NO_IP;
}

/** Its type comes first, and VLAN tags behind its 20 bytes. */
function linuxCooked2({ bytes, start, end }: CapturedPacket): number {
	const header = 20;
	if (end - start < header) return NO_IP;
	const type = u16(bytes, start);
	if (type === IP_4 || type === IP_6) return start + header;
	return VLANS.has(type) ? behindType(bytes, start + header + 2, end) : NO_IP;
}

/** Four bytes say which address family; each system numbers them in its own way. */
function behindFamily({ bytes, start, end }: CapturedPacket): number {
	const at = start + 4;
	if (at >= end) return NO_IP;
	const version = (bytes[at] ?? 0) >> 4;
	return version === 4 || version === 6 ? at : NO_IP;
}

function u16(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
