import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../trace/entry.ts';
import { MILLISECOND, SECOND } from '../../trace/instant.ts';
import { sourceOf } from '../bytes/byte-source.ts';
import { openFile } from '../open-file.ts';
import type { ReadEntry } from '../reading.ts';

const FRAMES = new URL('../../../../tests/fixtures/frames/', import.meta.url);
const frames = readdirSync(FRAMES)
	.filter((name) => name.endsWith('.txt'))
	.map((name) => readFileSync(new URL(name, FRAMES), 'utf8'));

/** 10:00:00 UTC, and a second later for every third message. */
const dateOf = (index: number) => new Date(Date.UTC(2026, 10, 24, 10, 0, Math.floor(index / 3)));
const printedDate = (index: number) =>
	`${dateOf(index)
		.toUTCString()
		.replace(
			/^(\w+), (\d+) (\w+) (\d+) (\S+) GMT$/,
			'$1 $3 $2 $4 $5'
		)} GMT+0000 (Coordinated Universal Time)`;
const directionOf = (index: number): Direction => (index % 2 === 0 ? 'sent' : 'received');

type Print = (frame: string, index: number) => string;

const sdk: Print = (frame, index) =>
	`${directionOf(index) === 'sent' ? 'Sending' : 'Receiving'}...(${printedDate(index)})\n${frame}\n`;

const styles: Readonly<Record<string, Print>> = {
	'the SDK, copied': sdk,
	'the SDK, saved, with places in the code': (frame, index) =>
		`index.iife.js:${5867 + index} ${sdk(frame, index)}app.js:12 inboundMessage\n`,
	'the SDK, in Firefox, with places behind': (frame, index) =>
		sdk(frame, index) + ' index.iife.js:5867:15\nsomething else app.js:1:2\n',
	'SIP.js': (frame, index) =>
		`sip.js:2884 ${printedDate(index)} | sip.transport | ${
			directionOf(index) === 'sent' ? 'sending WebSocket' : 'received WebSocket text'
		} message:\n\n${frame}\nsip.js:2884 ${printedDate(index)} | sip.ua | Timer K expired\n`,
	JsSIP: (frame, index) =>
		`JsSIP:Transport ${directionOf(index) === 'sent' ? 'sending' : 'received text'} message:\n\n${frame}\n`
};

async function read(text: string) {
	const { format, readings } = await openFile(sourceOf(text));
	const entries: ReadEntry[] = [];
	let otherLines = 0;
	for await (const reading of readings()) {
		entries.push(...(reading.entries ?? []));
		otherLines += reading.leftOut?.count ?? 0;
	}
	return { format: format.id, entries, otherLines };
}

describe.each(Object.entries(styles))('%s', (_, print) => {
	const log = frames.map(print).join('');

	test.each([
		['with the CRs of the frames', log],
		['with LF alone, as consoles save it', log.replaceAll('\r\n', '\n')],
		['with CR LF alone, as Windows does', log.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')]
	])('gives every message as it was on the wire, %s', async (_, text) => {
		const { format, entries } = await read(text);
		expect(format).toBe('console');
		expect(entries.map((entry) => entry.kind === 'message' && entry.text)).toEqual(frames);
		expect(entries.map((entry) => entry.kind === 'message' && entry.direction)).toEqual(
			frames.map((_, index) => directionOf(index))
		);
	});

	test('cut off anywhere, what came before is the same', async () => {
		const { entries: whole } = await read(log);
		for (let length = 150; length < log.length; length += 97) {
			const { entries } = await read(log.slice(0, length));
			const before = entries.slice(0, -1).map(({ at: _, ...entry }) => entry);
			expect(before).toEqual(whole.slice(0, before.length).map(({ at: _, ...entry }) => entry));
		}
	});
});

test('messages of one second keep their order within it, and are marked', async () => {
	const { entries } = await read(frames.slice(0, 7).map(sdk).join(''));
	const begin = dateOf(0).getTime() * MILLISECOND;
	expect(entries.map(({ at }) => (at - begin) / SECOND)).toEqual([0, 0.1, 0.2, 1, 1.1, 1.2, 2]);
	expect(entries.every((entry) => 'approximate' in entry && entry.approximate)).toBe(true);
});

test('a log of an app with exact times keeps them', async () => {
	const log = `2021-10-27T10:02:16.835+0800|5085 DEBUG: [sip.transport] received WebSocket text message:\n\n${frames[0]}`;
	const { entries } = await read(log);
	expect(entries).toEqual([
		{
			kind: 'message',
			direction: 'received',
			text: frames[0],
			at: Date.UTC(2021, 9, 27, 2, 2, 16, 835) * MILLISECOND
		}
	]);
});

test('what is no message is counted, and a marker without one is a loss', async () => {
	const { entries, otherLines } = await read(
		`before\n\n${sdk('no message at all', 0)}${sdk(frames[0] ?? '', 1)}after it all\n`
	);
	expect(entries.map(({ kind }) => kind)).toEqual(['loss', 'message']);
	expect(otherLines).toBe(3);
});
