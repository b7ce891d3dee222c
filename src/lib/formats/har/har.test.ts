import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../../tests/scenarios.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import { MILLISECOND, SECOND } from '../../trace/instant.ts';
import { sourceOf } from '../bytes/byte-source.ts';
import { openFile } from '../open-file.ts';
import type { LeftOut, ReadEntry } from '../reading.ts';

const messages = scenarios['call between two phones']().entries.filter(
	(entry): entry is MessageEntry => entry.kind === 'message'
);
const connections = [...new Set(messages.map(({ connection }) => connection))];

interface Frame {
	type: string;
	time: number;
	opcode: number;
	data: string;
}

const webSocket = (url: string, frames: readonly Frame[]) => ({
	_resourceType: 'websocket',
	request: { method: 'GET', url, headers: [{ name: 'Upgrade', value: 'websocket' }] },
	response: { status: 101, content: { size: 0, text: '{"log":{"entries":[]}}' } },
	_webSocketMessages: frames
});
const frameOf = ({ direction, at, text = '' }: MessageEntry, unit: number): Frame => ({
	type: direction === 'sent' ? 'send' : 'receive',
	time: at / unit,
	opcode: 1,
	data: text
});
const archive = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', entries } });

/** An archive of all connections of the scenario, each a socket. */
function callArchive(unit: number): string {
	const page = { request: { url: 'https://app.example.com/' }, response: { status: 200 } };
	const news = webSocket('wss://news.example.com/', [
		{ type: 'receive', time: 1_780_000_000, opcode: 1, data: '{"news":"\\"SIP/2.0 200 OK"}' }
	]);
	const sockets = connections.map((connection) =>
		webSocket(
			'wss://sip.example.com:8083/',
			messages.filter((one) => one.connection === connection).map((one) => frameOf(one, unit))
		)
	);
	return archive(page, news, ...sockets);
}

async function read(text: string) {
	const { format, readings } = await openFile(sourceOf(text));
	const entries: ReadEntry[] = [];
	const leftOut: [LeftOut, number][] = [];
	for await (const reading of readings()) {
		entries.push(...(reading.entries ?? []));
		if (reading.leftOut) leftOut.push([reading.leftOut.what, reading.leftOut.count]);
	}
	return { format: format.id, entries, leftOut };
}

describe.each([
	['seconds, as DevTools writes them', SECOND],
	['milliseconds, as Playwright does', MILLISECOND]
])('times in %s', (_, unit) => {
	test('every message of every SIP socket, in the order of time; others are counted', async () => {
		const { format, entries, leftOut } = await read(callArchive(unit));
		const seen = entries.filter(({ kind }) => kind === 'message');
		expect(format).toBe('har');
		expect(seen.map((entry) => entry.kind === 'message' && entry.text)).toEqual(
			messages.map(({ text }) => text)
		);
		for (const [index, { at }] of seen.entries()) {
			expect(Math.abs(at - (messages[index]?.at ?? 0))).toBeLessThanOrEqual(1);
		}
		expect(new Set(seen.map(({ connection }) => connection)).size).toBe(connections.length);
		expect(entries.filter(({ kind }) => kind === 'socket')).toMatchObject(
			connections.map(() => ({ event: 'connecting', url: 'wss://sip.example.com:8083/' }))
		);
		expect(leftOut).toEqual([
			['sockets without SIP', 1],
			['other messages', 1]
		]);
	});

	test('truncated anywhere it is read up to there, and says so', async () => {
		const text = callArchive(unit);
		for (let length = 100; length < text.length; length += 97 * 13) {
			const { entries } = await read(text.slice(0, length));
			expect(entries.at(-1)).toMatchObject({ kind: 'loss', reason: 'cut off' });
		}
	});
});

test('binary frames are bytes, or text where the data is no base64', async () => {
	const options = 'OPTIONS sip:a@example.com SIP/2.0\r\n\r\n';
	const frames = [btoa(options), `${options}é`].map((data, time) => ({
		type: 'send',
		time: 1_780_000_000 + time,
		opcode: 2,
		data
	}));
	const { entries } = await read(archive(webSocket('', frames)));
	expect(entries).toMatchObject([
		{ bytes: new TextEncoder().encode(options) },
		{ text: `${options}é` }
	]);
});

test('what is no message is a loss where it was', async () => {
	const [first, second] = messages;
	if (first === undefined || second === undefined) throw new Error('There is no message.');
	const frames = [frameOf(first, SECOND), { type: 'send' }, frameOf(second, SECOND)];
	const { entries } = await read(archive(webSocket('', frames as Frame[])));
	expect(entries.map(({ kind }) => kind)).toEqual(['message', 'loss', 'message']);
});
