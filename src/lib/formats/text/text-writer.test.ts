import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../../tests/read-file.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import type { Entry } from '../../trace/entry.ts';
import { isStartLine } from '../../sip/framing.ts';
import { Stamper } from '../reading.ts';
import { text as textFormat } from './text.ts';

const FIXTURES = new URL('../../../../tests/fixtures/text-exports/', import.meta.url);

describe.each(Object.entries(scenarios))('%s', (_, play) => {
	test('each message is as it was, with its time', async () => {
		const { entries } = play();
		const read = await readFile(await written(textFormat, traceToWrite(entries)));
		const messages = entries
			.filter((entry) => entry.kind === 'message')
			.map(({ direction, text, at }) =>
				isStartLine(text ?? '', 0) ? { direction, text, at } : { kind: 'loss', at }
			);
		expect(read.format).toBe('text');
		expect(read.entries).toMatchObject(messages);
	});
});

test('addresses are kept, and which phone is which', async () => {
	const call = await readFile(readFileSync(new URL('call.pcap', FIXTURES)));
	const entries = new Stamper().stamp(structuredClone(call.entries));
	const read = await readFile(await written(textFormat, traceToWrite(entries)));
	expect(read).toEqual({ format: 'text', entries: call.entries, leftOut: {} });
});

test('it is readable', async () => {
	const trace = scenarios['noise on the wire']();
	const request = 'OPTIONS sip:a@example.com SIP/2.0\r\nContent-Length: 0\r\n\r\n';
	trace.phone('Bob', '102').connect().send(request);
	const lines = await writtenOf(trace.entries.slice(-4), 'looks\nodd');
	expect(lines.replaceAll('\r', '')).toBe(`# A trace

# 2026-05-28T20:26:40.044000Z  3 entries missing: storage, quota exceeded

2026-05-28T20:26:40.064000Z  phone → wss://sip.example.com:8083
# looks
# odd
OPTIONS sip:a@example.com SIP/2.0
Content-Length: 0


`);
});

async function writtenOf(entries: readonly Entry[], note: string): Promise<string> {
	const seq = entries.at(-1)?.seq ?? 0;
	return written(textFormat, traceToWrite(entries, [{ seq, bookmarked: false, note }]));
}
