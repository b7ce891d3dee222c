import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenarios } from '../../../tests/scenarios.ts';
import { FOLD_KINDS } from '../../lib/ladder/fold.ts';
import { layout } from '../../lib/ladder/layout.ts';
import type { Entry } from '../../lib/trace/entry.ts';
import { readTrace, type ReadTrace } from '../input/read-trace.ts';
import { writtenTrace } from '../testing/written-trace.ts';
import { callRecord } from './call-record.ts';
import { findingRecord } from './finding-record.ts';
import { messageRecord } from './message-record.ts';
import { registrationRecord } from './registration-record.ts';
import { rowRecord } from './row-record.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/command-line.md'), 'utf8');

/** What scenarios lack: a message of a capture that nobody sent, seen twice. */
const CAPTURED: readonly Entry[] = [0, 1].map((seq) => ({
	kind: 'message',
	seq,
	at: 1_780_000_000_000_000 + seq * 60_000_000,
	approximate: true,
	direction: 'sent',
	undelivered: true,
	path: { source: '192.0.2.1:5060', destination: '203.0.113.1:5060', transport: 'UDP' },
	text: [
		'OPTIONS sip:102@example.com SIP/2.0',
		'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1',
		'From: <sip:101@example.com>;tag=1',
		'To: <sip:102@example.com>',
		'Call-ID: 1',
		'CSeq: 1 OPTIONS',
		'',
		''
	].join('\r\n')
}));

let folder: string;
let traces: ReadTrace[];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sipscope-'));
	const all = [...Object.values(scenarios).map((make) => make().entries), CAPTURED];
	traces = [];
	for (const [index, entries] of all.entries()) {
		const file = join(folder, `${index}.sipscope.json`);
		await writeFile(file, await writtenTrace(entries));
		traces.push(await readTrace(file));
	}
});

afterAll(() => rm(folder, { recursive: true }));

const RECORDS: Readonly<Record<string, (trace: ReadTrace) => object[]>> = {
	messages: (trace) => trace.analysis.messages.map((message) => messageRecord(message, trace)),
	calls: (trace) => trace.analysis.calls.map((call) => callRecord(call, trace)),
	registrations: (trace) =>
		trace.analysis.registrations.map((registration) => registrationRecord(registration, trace)),
	findings: (trace) => trace.findings.list.map(findingRecord),
	ladder: ({ entries, analysis }) =>
		[FOLD_KINDS, []].flatMap((folds) => {
			const { rows, lanes } = layout(entries, analysis, { folds });
			return [...rows].map((row) => rowRecord(row, lanes));
		})
};

test.each(Object.entries(RECORDS))(
	'docs/command-line.md tells each field of %s, and no other',
	(name, recordsOf) => {
		const seen = new Set<string>();
		for (const record of traces.flatMap(recordsOf)) {
			for (const [field, value] of Object.entries(record)) {
				if (value !== undefined) seen.add(field);
			}
		}
		const [, table = ''] = new RegExp(`### ${name}\\n\\n([^]*?)(?:\\n\\n|$)`).exec(page) ?? [];
		const told = table.split('\n').flatMap((row) => {
			const [, fields = ''] = row.split('|');
			return [...fields.matchAll(/`(\w+)`/g)].map(([, field = '']) => field);
		});
		expect([...seen].sort()).toEqual(told.toSorted());
	}
);
