import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../tests/read-file.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { traceToWrite, writtenBytes } from '../../../tests/trace-to-write.ts';
import { wireText } from '../sip/wire.ts';
import { FormatError } from './format-error.ts';
import type { FormatId } from './format.ts';
import { FORMATS } from './formats.ts';
import type { ReadEntry } from './reading.ts';
import { utcTime } from './utc-time.ts';

const FIXTURES = new URL('../../../tests/fixtures/text-exports/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, FIXTURES));

const { entries } = scenarios['call between two phones']();
const captured = (await readFile(fixture('call.pcap'))).entries.filter(
	(entry) => entry.kind === 'message'
);

/** The same call in a file of each format: by the program that writes it where there is one, else as it does. */
async function fileOf(id: FormatId): Promise<Uint8Array> {
	switch (id) {
		case 'pcap':
			return fixture('call.pcap');
		case 'sngrep':
			return fixture('sngrep.txt');
		case 'homer':
			return Buffer.from(
				captured
					.map(({ path, at, text }) => {
						const way = `${path?.source} ---> ${path?.destination}`;
						return `proto:UDP ${utcTime(at)}  ${way}\r\n\r\n${text}\r\n`;
					})
					.join('')
			);
		case 'messages':
			return Buffer.from(captured.map(({ text }) => text).join(''));
		default: {
			const format = FORMATS.find((one) => one.id === id);
			if (format?.writer === undefined) throw new Error(`No file of ${id} is known.`);
			return writtenBytes(format, traceToWrite(entries));
		}
	}
}

const read = FORMATS.filter(({ reader }) => reader !== undefined).map(({ id }) => id);
const files = await Promise.all(read.map(async (id) => [id, await fileOf(id)] as const));

/** How many messages a text has, by what each has once. */
function count(text: string): number {
	return text.split('Call-Id: ').length - 1;
}

/** An entry of a kind that is not known is kept as well, with all that it has. */
function found(all: readonly ReadEntry[]): number {
	const texts = all.map((entry) =>
		entry.kind === 'message' && entry.bytes !== undefined
			? wireText(entry.bytes).text
			: JSON.stringify(entry)
	);
	return texts.reduce((sum, text) => sum + count(text), 0);
}

/** Whether all that a file still has is in what was read, or something was said. */
async function isHeard(bytes: Uint8Array): Promise<boolean> {
	try {
		const file = await readFile(bytes);
		const isTold = Object.keys(file.leftOut).length > 0 || file.entries.length === 0;
		const lost = file.entries.some(({ kind }) => kind === 'loss');
		return isTold || lost || found(file.entries) >= count(Buffer.from(bytes).toString('latin1'));
	} catch (error) {
		if (error instanceof FormatError) return true;
		throw error;
	}
}

/** The same numbers each time (a linear congruential generator). */
function* numbers(): Generator<number> {
	for (let state = 1; ; state = (state * 1_103_515_245 + 12_345) % 2 ** 31) yield state;
}

/**
 * Where a pcapng file says what its blocks are. One of a type that nobody knows is to be passed over
 * without a word (draft-ietf-opsawg-pcapng §3.1), and so is one whose type was damaged.
 */
function blockTypes(bytes: Uint8Array): Set<number> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const places = new Set<number>();
	for (let at = 0; at < bytes.length; at += view.getUint32(at + 4, true)) {
		for (let byte = at; byte < at + 4; byte++) places.add(byte);
	}
	return places;
}

describe.each(files)('%s', (id, bytes) => {
	test.each(['', 'holiday.png', 'trace.har', 'call.pcap', 'notes.txt'])(
		'is known by its content, under the name %j too',
		async (name) => {
			const file = await readFile(bytes, name);
			expect(file.format).toBe(id);
			expect(found(file.entries)).toBe(captured.length);
			expect((await readFile(gzipSync(bytes), name)).entries).toEqual(file.entries);
		}
	);

	test('truncated at every 97th byte, it is read up to there, or says so', async () => {
		for (let length = 97; length < bytes.length; length += 97) {
			expect([length, await isHeard(bytes.subarray(0, length))]).toEqual([length, true]);
		}
	});

	test('with a byte that is another, nothing is lost without a word', async () => {
		const random = numbers();
		const next = () => random.next().value as number;
		const silent = id === 'pcapng' ? blockTypes(bytes) : new Set();
		for (let round = 0; round < 200; round++) {
			const damaged = Uint8Array.from(bytes);
			const at = next() % bytes.length;
			if (silent.has(at)) continue;
			damaged[at] = (damaged[at] ?? 0) ^ (1 << ((next() >> 8) % 8));
			expect([at, await isHeard(damaged)]).toEqual([at, true]);
		}
	});

	test('packed and truncated, it is read up to there, or says so', async () => {
		const packed = gzipSync(bytes);
		for (let length = 97; length < packed.length; length += 97) {
			await expect(readFile(packed.subarray(0, length))).rejects.toBeInstanceOf(FormatError);
		}
	});
});
