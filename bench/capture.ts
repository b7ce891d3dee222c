import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { SECOND } from '../src/lib/trace/instant.ts';
import type { MessageEntry } from '../src/lib/trace/entry.ts';
import { generateEntries } from './generate.ts';

const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const ETHERNET_HEADER = 14;
const IP_HEADER = 20;
const UDP_HEADER = 8;
const HEADERS = ETHERNET_HEADER + IP_HEADER + UDP_HEADER;

const LINKTYPE_ETHERNET = 1;
const SIP_PORT = 5060;
/** 203.0.113.1, which all phones talk to. */
const EDGE = [203, 0, 113, 1] as const;

/** Writes the made-up trace of so many messages as tcpdump would have captured it, over UDP. */
export async function writeCapture(path: string, count: number): Promise<void> {
	const file = createWriteStream(path);
	for (const part of captureOf(generateEntries(count))) {
		if (!file.write(part)) await once(file, 'drain');
	}
	file.end();
	await once(file, 'close');
}

/** A capture in libpcap's format: its header, then a packet for each message. */
export function* captureOf(entries: Iterable<MessageEntry>): Generator<Buffer> {
	yield fileHeader();
	const phones = new Map<string | undefined, readonly number[]>();
	for (const { at, direction, connection, text = '' } of entries) {
		const phone = phones.get(connection) ?? [192, 0, 2, phones.size + 1];
		phones.set(connection, phone);
		const [source, destination] = direction === 'sent' ? [phone, EDGE] : [EDGE, phone];
		yield packet(at, source, destination, Buffer.from(text));
	}
}

function fileHeader(): Buffer {
	const header = Buffer.alloc(FILE_HEADER);
	header.writeUInt32LE(0xa1b2c3d4, 0);
	header.writeUInt16LE(2, 4);
	header.writeUInt16LE(4, 6);
	header.writeUInt32LE(0x40000, 16);
	header.writeUInt32LE(LINKTYPE_ETHERNET, 20);
	return header;
}

/** Without checksums, which nobody here looks at. */
function packet(
	at: number,
	source: readonly number[],
	destination: readonly number[],
	payload: Buffer
): Buffer {
	const bytes = Buffer.alloc(RECORD_HEADER + HEADERS + payload.length);
	const length = HEADERS + payload.length;
	bytes.writeUInt32LE(Math.floor(at / SECOND), 0);
	bytes.writeUInt32LE(at % SECOND, 4);
	bytes.writeUInt32LE(length, 8);
	bytes.writeUInt32LE(length, 12);
	bytes.writeUInt16BE(0x0800, RECORD_HEADER + 12);
	const ip = RECORD_HEADER + ETHERNET_HEADER;
	bytes.writeUInt8(0x45, ip);
	bytes.writeUInt16BE(length - ETHERNET_HEADER, ip + 2);
	bytes.writeUInt8(64, ip + 8);
	bytes.writeUInt8(17, ip + 9);
	bytes.set(source, ip + 12);
	bytes.set(destination, ip + 16);
	const udp = ip + IP_HEADER;
	bytes.writeUInt16BE(SIP_PORT, udp);
	bytes.writeUInt16BE(SIP_PORT, udp + 2);
	bytes.writeUInt16BE(UDP_HEADER + payload.length, udp + 4);
	payload.copy(bytes, udp + UDP_HEADER);
	return bytes;
}
