import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEntries } from '../../../../tests/arbitraries/entry.ts';
import { readFile } from '../../../../tests/read-file.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import { textOf } from '../../analysis/entry-text.ts';
import { isStartLine } from '../../sip/framing.ts';
import type { Entry, MessageEntry } from '../../trace/entry.ts';
import type { ReadEntry } from '../reading.ts';
import { connectionOf } from '../seen-phones.ts';
import { har } from './har.ts';

type Carried = Pick<MessageEntry, 'direction' | 'text' | 'bytes' | 'at'>;

/** What each socket that spoke SIP carried, in the order of its first message. */
function carried(entries: readonly (Entry | ReadEntry)[]): Carried[][] {
	const sockets = new Map<string, Carried[]>();
	for (const entry of entries) {
		if (entry.kind !== 'message' || entry.undelivered) continue;
		const { direction, text, bytes, at } = entry;
		const key = connectionOf(entry);
		sockets.set(key, [...(sockets.get(key) ?? []), { direction, at, text, bytes } as Carried]);
	}
	const speaksSip = (messages: Carried[]) =>
		messages.some((message) => isStartLine(textOf(message as MessageEntry), 0));
	return [...sockets.values()].filter(speaksSip);
}

test.each(Object.entries(scenarios))('%s: each socket carries what it did', async (_, play) => {
	const { entries } = play();
	const read = await readFile(await written(har, traceToWrite(entries)), 'network.har');
	expect(read.format).toBe('har');
	expect(carried(read.entries)).toEqual(carried(entries));
	const urls = entries.flatMap((entry) =>
		entry.kind === 'socket' && entry.event === 'connecting' ? [entry.url] : []
	);
	const readUrls = read.entries.flatMap((entry) =>
		entry.kind === 'socket' && entry.event === 'connecting' ? [entry.url] : []
	);
	expect(readUrls).toEqual(urls.slice(0, readUrls.length));
});

test('any frame of any socket comes back to its bit', async () => {
	await fc.assert(
		fc.asyncProperty(anyEntries(30), async (entries) => {
			const read = await readFile(await written(har, traceToWrite(entries)));
			expect(carried(read.entries)).toEqual(carried(entries));
		})
	);
});

test('it is an archive as HAR 1.2 has it, in the manner of DevTools', async () => {
	const { entries } = scenarios['call between two phones']();
	const { log } = JSON.parse(await written(har, traceToWrite(entries))) as {
		log: { version: string; entries: Record<string, unknown>[] };
	};
	expect(log.version).toBe('1.2');
	expect(log.entries).toHaveLength(2);
	expect(log.entries[0]).toMatchObject({
		startedDateTime: '2026-05-28T20:26:40.040000Z',
		comment: 'Alice, instance 10100000-instance',
		request: { url: 'wss://sip.example.com:8083' },
		response: { status: 101 },
		_resourceType: 'websocket'
	});
	const [message] = log.entries[0]?.['_webSocketMessages'] as Record<string, unknown>[];
	expect(message).toMatchObject({ type: 'send', time: 1_780_000_000.04, opcode: 1 });
});

test('sockets that do not fit in memory together come one after another', async () => {
	const body = 'x'.repeat(20 * 1024 * 1024);
	const entries = [0, 1, 2, 3].map((seq): Entry => {
		const text = `OPTIONS sip:${seq}@example.com SIP/2.0\r\n\r\n${body}`;
		const connection = `connection-${seq % 2}`;
		return { kind: 'message', direction: 'sent', text, connection, seq, at: seq };
	});
	const archive = JSON.parse(await written(har, traceToWrite(entries))) as {
		log: { entries: { _webSocketMessages: { data: string }[] }[] };
	};
	const sent = archive.log.entries.map((entry) =>
		entry._webSocketMessages.map(({ data }) => data.slice(0, 13))
	);
	expect(sent).toEqual([
		['OPTIONS sip:0', 'OPTIONS sip:2'],
		['OPTIONS sip:1', 'OPTIONS sip:3']
	]);
});

test('a socket of empty frames alone is there as well', async () => {
	const entry: Entry = { kind: 'message', direction: 'sent', text: '', seq: 0, at: 0 };
	const archive = JSON.parse(await written(har, traceToWrite([entry]))) as {
		log: { entries: { _webSocketMessages: unknown[] }[] };
	};
	expect(archive.log.entries.map((one) => one._webSocketMessages)).toEqual([
		[{ type: 'send', time: 0, opcode: 1, data: '' }]
	]);
});
