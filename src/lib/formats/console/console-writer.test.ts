import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEntries } from '../../../../tests/arbitraries/entry.ts';
import { readFile } from '../../../../tests/read-file.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import { textOf } from '../../analysis/entry-text.ts';
import { isStartLine } from '../../sip/framing.ts';
import type { Entry, MessageEntry } from '../../trace/entry.ts';
import { SECOND } from '../../trace/instant.ts';
import { type ReadEntry, Stamper } from '../reading.ts';
import { consoleLog } from './console-log.ts';

const isMessage = (entry: Entry): entry is MessageEntry => entry.kind === 'message';
const sipOf = (entries: readonly Entry[]) =>
	entries.filter(isMessage).filter((entry) => isStartLine(textOf(entry), 0));
const seen = (entry: Entry | ReadEntry) =>
	entry.kind === 'message' && [entry.direction, entry.text];

describe.each(Object.entries(scenarios))('%s', (_, play) => {
	test('each message is as it was, in its second', async () => {
		const messages = sipOf(play().entries);
		const { format, entries, leftOut } = await readFile(
			await written(consoleLog, traceToWrite(play().entries))
		);
		expect(format).toBe('console');
		expect(entries.map(seen)).toEqual(messages.map(seen));
		expect(entries.map(({ at }) => Math.floor(at / SECOND))).toEqual(
			messages.map(({ at }) => Math.floor(at / SECOND))
		);
		expect(leftOut).toEqual({});
	});
});

test('it is what the SDK prints', async () => {
	const text = 'OPTIONS sip:a@example.com SIP/2.0\r\nContent-Length: 0\r\n\r\n';
	const entry: Entry = {
		kind: 'message',
		direction: 'received',
		text,
		seq: 0,
		at: 1_780_000_000e6
	};
	expect(await written(consoleLog, traceToWrite([entry]))).toBe(
		`Receiving...(Thu May 28 2026 20:26:40 GMT+0000 (Coordinated Universal Time))\n${text}\n`
	);
});

test('of any trace no message of SIP is missing, and no head of one changed', async () => {
	const head = (entry: MessageEntry) => {
		const text = textOf(entry);
		return [entry.direction, text.slice(0, text.indexOf('\r\n\r\n'))];
	};
	await fc.assert(
		fc.asyncProperty(anyEntries(30), async (anything) => {
			const messages = sipOf(anything);
			fc.pre(messages.length > 0);
			const { entries } = await readFile(await written(consoleLog, traceToWrite(anything)));
			expect(new Stamper().stamp(entries).filter(isMessage).map(head)).toEqual(messages.map(head));
		})
	);
});
