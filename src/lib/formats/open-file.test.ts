import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sourceOf, type ByteSource } from './bytes/byte-source.ts';
import { openFile } from './open-file.ts';
import type { ReadEntry } from './reading.ts';

const MESSAGE = 'OPTIONS sip:a@example.com SIP/2.0\r\nCall-ID: 1\r\nContent-Length: 0\r\n\r\n';

async function read(content: Uint8Array | string) {
	const entries: ReadEntry[] = [];
	const { format, readings } = await openFile(sourceOf(content));
	for await (const reading of readings()) entries.push(...(reading.entries ?? []));
	return { format: format.id, texts: entries.map((one) => one.kind === 'message' && one.text) };
}

test('a message, or several, that were pasted', async () => {
	expect(await read(MESSAGE)).toEqual({ format: 'messages', texts: [MESSAGE] });
	expect(await read(`\n${MESSAGE.replaceAll('\r', '')}`)).toMatchObject({ texts: [MESSAGE] });
	expect(await read(MESSAGE + MESSAGE)).toMatchObject({ texts: [MESSAGE, MESSAGE] });
});

test('packed files, and texts of Windows, are known by their content too', async () => {
	expect(await read(gzipSync(MESSAGE))).toMatchObject({ texts: [MESSAGE] });
	const utf16 = new Uint8Array(Buffer.from(`\ufeff${MESSAGE}`, 'utf16le'));
	expect(await read(utf16)).toMatchObject({ texts: [MESSAGE] });
});

test.each([
	['nothing', '', 'empty'],
	['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'unknown-format'],
	['prose', 'Dear support,\nmy phone does not ring.\n', 'unknown-format'],
	['JSON of something else', '{"name":"x"}', 'unknown-format'],
	['a damaged packed file', gzipSync(MESSAGE).fill(0, 12, 30), 'gzip-damaged']
])('%s is refused in words', async (_, content, code) => {
	await expect(read(content)).rejects.toMatchObject({ code });
});

test('a packed file that grows without end is given up', async () => {
	const bomb = Buffer.alloc(80 * 1024 * 1024, 'x');
	bomb.write('Sending...(now)\n');
	for (let at = 1024; at < bomb.length; at += 1024) bomb[at] = 10;
	await expect(read(gzipSync(bomb))).rejects.toMatchObject({ code: 'gzip-bomb' });
});

test('a line without end is refused, and the file let go', async () => {
	let closed = false;
	const endless: ByteSource = {
		name: '',
		async *chunks() {
			try {
				yield new TextEncoder().encode('Sending...(now)\n');
				while (true) yield new Uint8Array(1024 * 1024).fill(120);
			} finally {
				closed = true;
			}
		}
	};
	const { readings } = await openFile(endless);
	const read = async () => {
		for await (const { entries = [] } of readings()) expect(entries).toEqual([]);
	};
	await expect(read()).rejects.toMatchObject({ code: 'line-too-long' });
	expect(closed).toBe(true);
});
