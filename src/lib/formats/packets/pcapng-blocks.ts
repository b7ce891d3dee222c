import { encodeUtf8 } from '../../sip/grammar/utf-8.ts';
import type { Direction } from '../../trace/entry.ts';
import type { Instant } from '../../trace/instant.ts';
import { ByteWriter } from './byte-writer.ts';

/** Block types and options of draft-ietf-opsawg-pcapng. */
const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const ENHANCED_PACKET = 6;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const UNKNOWN_LENGTH = 0xffffffff;

const COMMENT = 1;
const USER_APPLICATION = 4;
const INTERFACE_NAME = 2;
const INTERFACE_DESCRIPTION_TEXT = 3;
const PACKET_FLAGS = 2;
const END_OF_OPTIONS = 0;

/** https://www.tcpdump.org/linktypes.html; of raw IP libpcap refuses a second interface. */
export const LINKTYPE_ETHERNET = 1;
/** What Wireshark itself exports of a protocol, without the packets that carried it. */
export const LINKTYPE_UPPER_PDU = 252;

/** As much as Wireshark takes. */
const LONGEST_PACKET = 262_144;

/** An option's value may take so many bytes. */
const LONGEST_OPTION = 0xffff;

type Option = readonly [code: number, value: string | number];

/** The beginning of a file. */
export function sectionHeader(application: string, comment: string): Uint8Array {
	return block(SECTION_HEADER, (bytes) => {
		bytes.uint32(BYTE_ORDER_MAGIC);
		bytes.uint16(1);
		bytes.uint16(0);
		bytes.uint32(UNKNOWN_LENGTH);
		bytes.uint32(UNKNOWN_LENGTH);
		options(bytes, [
			[USER_APPLICATION, application],
			[COMMENT, comment]
		]);
	});
}

/** Where packets were seen. Interfaces are counted from 0, in the order of their blocks. */
export function interfaceDescription(
	linkType: number,
	name: string,
	description: string
): Uint8Array {
	return block(INTERFACE_DESCRIPTION, (bytes) => {
		bytes.uint16(linkType);
		bytes.uint16(0);
		bytes.uint32(LONGEST_PACKET);
		options(bytes, [
			[INTERFACE_NAME, name],
			[INTERFACE_DESCRIPTION_TEXT, description]
		]);
	});
}

export interface PacketBlock {
	readonly interface: number;
	readonly at: Instant;
	readonly direction: Direction;
	readonly content: Uint8Array;
	/** So many bytes more there were, which no packet holds. */
	readonly missing: number;
	/** Of any length; cut where the format cannot hold it. */
	readonly comment: string;
}

/** A packet. Stamps count microseconds, as is usual where an interface says nothing else. */
export function enhancedPacket(packet: PacketBlock): Uint8Array {
	const { at, direction, content, missing, comment } = packet;
	return block(ENHANCED_PACKET, (bytes) => {
		bytes.uint32(packet.interface);
		bytes.uint32(Math.floor(at / 2 ** 32));
		bytes.uint32(at % 2 ** 32);
		bytes.uint32(content.length);
		bytes.uint32(content.length + missing);
		bytes.padded(content);
		options(bytes, [
			[PACKET_FLAGS, direction === 'received' ? 1 : 2],
			[COMMENT, comment]
		]);
	});
}

/** Its length stands before and behind it, so that a file can be read from either end. */
function block(type: number, write: (bytes: ByteWriter) => void): Uint8Array {
	const bytes = new ByteWriter();
	bytes.uint32(type);
	bytes.uint32(0);
	write(bytes);
	const length = bytes.length + 4;
	bytes.uint32(length);
	bytes.setUint32(4, length);
	return bytes.written();
}

/** Those that say nothing are left out, and so is the end of options that are none. */
function options(bytes: ByteWriter, all: readonly Option[]): void {
	const told = all.filter(([, value]) => value !== '');
	for (const [code, value] of told) {
		bytes.uint16(code);
		if (typeof value === 'number') {
			bytes.uint16(4);
			bytes.uint32(value);
			continue;
		}
		const text = cut(encodeUtf8(value));
		bytes.uint16(text.length);
		bytes.padded(text);
	}
	if (told.length > 0) bytes.uint32(END_OF_OPTIONS);
}

/** Not in the middle of a character. */
function cut(text: Uint8Array): Uint8Array {
	if (text.length <= LONGEST_OPTION) return text;
	let end = LONGEST_OPTION;
	while (((text[end] ?? 0) & 0xc0) === 0x80) end--;
	return text.subarray(0, end);
}
