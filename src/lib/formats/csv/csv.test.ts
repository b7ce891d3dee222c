import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEntries } from '../../../../tests/arbitraries/entry.ts';
import { readCsv, withoutGuards } from '../../../../tests/read-csv.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { traceToWrite, written } from '../../../../tests/trace-to-write.ts';
import { textOf } from '../../analysis/entry-text.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { callsCsv } from './calls-csv.ts';
import { messagesCsv } from './messages-csv.ts';

/** The rows, each by the names of its columns. */
async function table(format: TraceFormat, trace: TraceToWrite) {
	const text = await written(format, trace);
	expect(text.startsWith('\ufeff')).toBe(true);
	const [names = [], ...rows] = readCsv(text.slice(1));
	return rows.map((row) => {
		expect(row).toHaveLength(names.length);
		return Object.fromEntries(row.map((field, at) => [names[at], withoutGuards(field)]));
	});
}

const isMessage = (entry: { kind: string }): entry is MessageEntry => entry.kind === 'message';
/** What UTF-8 makes of halves of characters. */
const asUtf8 = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

test('each message is a row, with its text as it was', async () => {
	await fc.assert(
		fc.asyncProperty(anyEntries(30), async (entries) => {
			const rows = await table(messagesCsv, traceToWrite(entries));
			const messages = entries.filter(isMessage);
			expect(rows.map(({ seq, direction, message }) => ({ seq, direction, message }))).toEqual(
				messages.map((entry) => ({
					seq: String(entry.seq),
					direction: entry.direction,
					message: asUtf8(textOf(entry))
				}))
			);
		})
	);
});

test('a message’s row tells what a list would, and its note', async () => {
	const { entries } = scenarios.busy();
	const refusal = entries.findIndex(
		(entry) => isMessage(entry) && /^SIP\/2.0 486/.test(textOf(entry))
	);
	const note = '=HYPERLINK("https://example.com")\nsecond line';
	const rows = await table(
		messagesCsv,
		traceToWrite(entries, [{ seq: refusal, bookmarked: true, note }])
	);
	expect(rows.find(({ seq }) => seq === String(refusal))).toMatchObject({
		time: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
		phone: 'Alice',
		direction: 'received',
		kind: 'response',
		method: 'INVITE',
		status: '486',
		call_id: 'A',
		bookmarked: 'yes',
		note
	});
});

test('each leg of a call is a row, and legs of one conversation say so', async () => {
	const rows = await table(callsCsv, traceToWrite(scenarios['call between two phones']().entries));
	expect(rows).toMatchObject([
		{
			conversation: '1',
			call_id: 'A',
			phone: 'Alice',
			direction: 'outbound',
			from_number: '101',
			to_number: '102',
			outcome: 'answered',
			summary: 'answered · held once · 101 hung up',
			ended_by: 'local',
			holds: '1'
		},
		{ conversation: '1', call_id: 'B', phone: 'Bob', direction: 'inbound' }
	]);
	for (const { setup_seconds, talk_seconds } of rows) {
		expect(Number(setup_seconds)).toBeGreaterThan(0);
		expect(Number(talk_seconds)).toBeGreaterThan(10);
	}
	const [refused] = await table(callsCsv, traceToWrite(scenarios.busy().entries));
	expect(refused).toMatchObject({ failure_status: '486', answered: '', talk_seconds: '' });
});
