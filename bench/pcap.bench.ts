import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ByteSource } from '../src/lib/formats/bytes/byte-source.ts';
import { pcap } from '../src/lib/formats/pcap/pcap.ts';
import type { Benchmark } from './benchmark.ts';
import { writeCapture } from './capture.ts';
import { kept } from './throughput.ts';

const MESSAGES = 100_000;
const CHUNK = 256 * 1024;
const MIB = 1024 * 1024;

const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** Ethernet, IP and UDP. */
const HEADERS = 14 + 20 + 8;

let written: Promise<Buffer> | undefined;

/** The capture, in memory: reading it from a disk takes both sides the same time. */
function capture(): Promise<Buffer> {
	return (written ??= write());
}

async function write(): Promise<Buffer> {
	const path = join(tmpdir(), `sipscope-bench-${process.pid}.pcap`);
	await writeCapture(path, MESSAGES);
	const bytes = readFileSync(path);
	await rm(path);
	return bytes;
}

function sourceOf(bytes: Buffer): ByteSource {
	return {
		name: '',
		async *chunks() {
			for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
		}
	};
}

async function messagesPerSecond(
	read: (bytes: Buffer) => Promise<number> | number
): Promise<number> {
	const bytes = await capture();
	const startedAt = performance.now();
	const count = await read(bytes);
	if (count !== MESSAGES) throw new Error(`There were ${count} messages.`);
	return (count / (performance.now() - startedAt)) * 1_000;
}

/** How many messages an import gives; each batch is let go, as storage does. */
async function imported(bytes: Buffer): Promise<number> {
	let count = 0;
	for await (const { entries = [] } of pcap.reader?.read(sourceOf(bytes)) ?? []) {
		count += entries.length;
		kept.result = entries;
	}
	return count;
}

/** The least that any reader does: from record to record, to what each packet carries, as a text. */
function walked(bytes: Buffer): number {
	let count = 0;
	for (let at = FILE_HEADER; at + RECORD_HEADER <= bytes.length; count++) {
		const end = at + RECORD_HEADER + bytes.readUInt32LE(at + 8);
		kept.result = bytes.toString('latin1', at + RECORD_HEADER + HEADERS, end);
		at = end;
	}
	return count;
}

/** What an import has in use at most, beside the file. */
async function peakMemory(): Promise<number> {
	const bytes = await capture();
	const before = process.memoryUsage();
	let peak = 0;
	for await (const reading of pcap.reader?.read(sourceOf(bytes)) ?? []) {
		kept.result = reading;
		const { heapUsed, arrayBuffers } = process.memoryUsage();
		peak = Math.max(peak, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
	}
	return peak / MIB;
}

export const benchmarks: readonly Benchmark[] = [
	{
		name: 'pcap/import',
		unit: 'messages/s',
		measure: () => messagesPerSecond(imported),
		baseline: {
			name: 'reading and walking the packets',
			measure: () => messagesPerSecond(walked)
		},
		ratio: (value, baselineValue) => baselineValue / value,
		target: '<= 4'
	},
	{
		name: 'pcap/memory',
		unit: 'MB',
		measure: peakMemory,
		baseline: { name: 'the file', measure: async () => (await capture()).length / MIB },
		ratio: (value, baselineValue) => value / baselineValue,
		target: null
	}
];
