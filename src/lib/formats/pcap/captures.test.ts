import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../../tests/read-file.ts';
import { readTrace } from '../../../../tests/read-trace.ts';
import { dissect, tsharkVersion } from '../../../../tests/tshark/tshark.ts';
import { scanHead } from '../../sip/head.ts';
import type { ReadEntry } from '../reading.ts';

const folder = new URL('../../../../tests/fixtures/captures/', import.meta.url);
const names = [
	'loopback.pcapng',
	'loopback-nanoseconds.pcap',
	'loopback-snapped.pcap',
	'exported.pcapng'
];
const captureOf = (name: string) => readFileSync(new URL(name, folder));

const WAYS = { sent: '→', received: '←' } as const;

/** An entry in a line. */
function told(entry: ReadEntry): string {
	if (entry.kind === 'loss') return `${entry.reason}: ${entry.detail}`;
	if (entry.kind === 'socket') return `${entry.connection} ${JSON.stringify(entry.event)}`;
	if (entry.kind !== 'message') return entry.kind;
	const { connection, direction, path, text = '' } = entry;
	const line = text.split('\r\n', 1)[0] || JSON.stringify(text);
	return `${connection} ${path?.transport} ${WAYS[direction]} ${line} (${text.length})`;
}

describe.each(names)('%s', (name) => {
	test('holds this', async () => {
		const { entries } = await readTrace(captureOf(name));
		const lines = entries.map((entry) => `${told(entry)}\n`);
		await expect(lines.join('')).toMatchFileSnapshot(`golden/${name}.txt`);
	});

	test('is known by its content, under any name and packed', async () => {
		const format = name.endsWith('pcapng') ? 'pcapng' : 'pcap';
		expect((await readFile(captureOf(name), 'call.har')).format).toBe(format);
		expect((await readFile(gzipSync(captureOf(name)), 'call.log')).format).toBe(format);
	});

	test('in chunks of any size it is the same', async () => {
		const whole = await readTrace(captureOf(name));
		for (const size of [1, 100, 4_096]) {
			expect((await readTrace(captureOf(name), size)).entries).toEqual(whole.entries);
		}
	});

	test('truncated anywhere it is read up to there, and says so', async () => {
		const file = captureOf(name);
		const { texts } = await readTrace(file);
		for (let length = 97; length < file.length; length += 97) {
			const cut = await readTrace(file.subarray(0, length));
			const isWhole = cut.texts.length === texts.length;
			expect(isWhole || cut.losses.length > 0 || isPacketsEnd(file, length)).toBe(true);
			const whole = cut.losses.length > 0 ? cut.texts.slice(0, -1) : cut.texts;
			expect(texts.slice(0, whole.length)).toEqual(whole);
		}
	});

	test('with a damaged byte anywhere, nothing is lost without a word', async () => {
		const file = captureOf(name);
		const sound = await readTrace(file);
		for (let place = 0; place < file.length; place += 41) {
			const damaged = Buffer.from(file);
			damaged[place] = (damaged[place] ?? 0) ^ 0xff;
			const read = await readTrace(damaged).catch((thrown: unknown) => thrown);
			if (read instanceof Error) expect(read.name).toBe('FormatError');
			else if (isTrace(read)) expect(lostSilently(sound, read), `byte ${place}`).toBe(false);
		}
	});
});

type Trace = Awaited<ReturnType<typeof readTrace>>;

function isTrace(value: unknown): value is Trace {
	return typeof value === 'object' && value !== null && 'texts' in value;
}

/** Whether there is less than there was, and nothing says so. */
function lostSilently(before: Trace, after: Trace): boolean {
	if (after.messages.length >= before.messages.length) return false;
	const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
	if (after.losses.length > 0 && differ(after.losses, before.losses)) return false;
	const isCounted = differ(after.leftOut, before.leftOut);
	return !isCounted && lengthOf(after) < lengthOf(before);
}

function lengthOf({ messages }: Trace): number {
	return messages.reduce((sum, { text, bytes }) => sum + (text?.length ?? bytes?.length ?? 0), 0);
}

/** Whether a file that is cut there ends with a packet, so that nobody can tell. */
function isPacketsEnd(file: Buffer, length: number): boolean {
	if (file.readUInt32LE(0) === 0x0a0d0d0a) {
		let at = 0;
		while (at < length) at += file.readUInt32LE(at + 4);
		return at === length;
	}
	let at = 24;
	while (at < length) at += 16 + file.readUInt32LE(at + 8);
	return at === length;
}

const version = tsharkVersion();

describe.skipIf(version === undefined)(`read by ${version ?? 'tshark, which is not here'}`, () => {
	const fields = ['sip.Method', 'sip.Status-Code', 'sip.Call-ID', 'sip.CSeq.seq'];

	/** Of a packet with several messages, all their values are together. */
	const theirs = (name: string) =>
		fields.map((field) =>
			dissect(captureOf(name), [...fields]).flatMap((read) => read[field] ?? [])
		);

	/** Of what was captured in part, tshark tells less. */
	const whole = names.filter((name) => !name.includes('snapped'));

	test.each(whole)('%s has the same messages', async (name) => {
		const { texts } = await readTrace(captureOf(name));
		const heads = texts.map(scanHead).filter(({ kind }) => kind !== 'unreadable');
		const requests = heads.filter(({ kind }) => kind === 'request');
		const responses = heads.filter(({ kind }) => kind === 'response');
		expect(theirs(name)).toEqual([
			requests.map(({ method }) => method),
			responses.map(({ status }) => `${status}`),
			heads.map(({ callId }) => callId),
			heads.map(({ cseq }) => `${cseq}`)
		]);
	});
});
