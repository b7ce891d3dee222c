import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../tests/scenarios.ts';
import { traceHeader } from '../../../tests/trace-header.ts';
import { TextHold } from '../storage/memory/text-hold.ts';
import type { Entry } from '../trace/entry.ts';
import { sourceOf } from './bytes/byte-source.ts';
import { ExportError } from './export-error.ts';
import { type ExportOptions, type ExportProgress, TraceExport } from './export.ts';
import type { TraceToWrite, TraceWriter } from './format.ts';
import { openFile } from './open-file.ts';
import { sipscopeJson } from './sipscope/sipscope-json.ts';
import { sipscopeLines } from './sipscope/sipscope-lines.ts';

const NAME = 'Wilhelmina';
const NUMBER = '+14155238886';
const SECRET = '4d5a9f0f3f8f4b1bb7b0c3a1e5d2f6a7';

/** A REGISTER whose reserved names and numbers are somebody's. */
function privateEntries(): Entry[] {
	return scenarios
		.busy()
		.entries.map((entry) =>
			entry.kind === 'message' && entry.text !== undefined
				? { ...entry, text: personal(entry.text) }
				: entry
		);
}

function personal(text: string): string {
	return text
		.replace(/^From: .*?</m, `From: "${NAME}" <`)
		.replace(/^(Contact: <sip:)[^@]*@/m, `$1${NUMBER}@`)
		.replace(/response="[^"]*"/g, `response="${SECRET}"`);
}

function trace(entries: readonly Entry[], change: Partial<TraceToWrite> = {}): TraceToWrite {
	return {
		header: traceHeader({ name: `${NAME} calls` }),
		annotations: [{ seq: 2, bookmarked: true, note: `ask ${NAME}, ${NUMBER}` }],
		async *batches() {
			for (let at = 0; at < entries.length; at += 7) yield entries.slice(at, at + 7);
		},
		...change
	};
}

const writerOf = ({ writer }: { writer?: TraceWriter }): TraceWriter => {
	if (!writer) throw new Error('It writes nothing.');
	return writer;
};

async function written(made: TraceExport): Promise<string> {
	let text = '';
	for await (const chunk of made.chunks())
		text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
	return text;
}

const exported = (entries: readonly Entry[], options: Partial<ExportOptions> = {}) =>
	new TraceExport(trace(entries), writerOf(sipscopeJson), { redact: true, ...options });

test('unredacted, it is what the format writes', async () => {
	const entries = privateEntries();
	let direct = '';
	for await (const chunk of writerOf(sipscopeJson).write(trace(entries))) direct += String(chunk);
	const made = exported(entries, { redact: false });
	expect(await written(made)).toBe(direct);
	expect(made.originals).toBe(0);
});

describe.each([sipscopeJson, sipscopeLines])('redacted, as $id', (format) => {
	test('nothing of the originals is left, and it opens with as many messages', async () => {
		const entries = privateEntries();
		const made = new TraceExport(trace(entries), writerOf(format), { redact: true });
		const text = await written(made);
		for (const original of [NAME, NUMBER, SECRET]) {
			expect(JSON.stringify(entries)).toContain(original);
			expect(text).not.toContain(original);
		}
		expect(made.originals).toBeGreaterThan(2);
		const read: string[] = [];
		for await (const { entries = [] } of (await openFile(sourceOf(text))).readings())
			read.push(...entries.map(({ kind }) => kind));
		expect(read).toEqual(entries.map(({ kind }) => kind));
	});
});

test('names are known from wherever they stand, the trace’s own name and notes come before them', async () => {
	const text = await written(exported(privateEntries()));
	expect(text).toContain('"type":"sipscope-trace"');
	expect(text).toMatch(/"name":"[^"]+ calls"/);
	expect(text).not.toContain(NAME);
});

test('entries may be those of an open trace, which holds their texts compressed', async () => {
	const hold = new TextHold();
	const entries = privateEntries();
	const held = entries.map((entry) => hold.hold(entry));
	const [from, same] = [await written(exported(held)), await written(exported(entries))];
	expect(JSON.parse(from)).toEqual(JSON.parse(same));
});

test('what is not written tells of it too', async () => {
	const start: Entry = {
		...{ seq: 0, at: 0, kind: 'phone', event: 'start', phone: 'p' },
		...{ name: 'Ottilie Lindqvist', addressOfRecord: 'sip:16502530000*101@sip.example.com' }
	};
	const part = trace([], { header: traceHeader({ name: 'Ottilie Lindqvist and the fax' }) });
	const made = new TraceExport(part, writerOf(sipscopeJson), { redact: true, context: [start] });
	expect(await written(made)).not.toContain('Ottilie');
});

test('written twice it is the same, also after a rehearsal', async () => {
	const made = exported(privateEntries());
	await made.rehearse();
	const first = await written(made);
	expect(await written(made)).toBe(first);
	expect(await written(exported(privateEntries()))).toBe(first);
});

describe('a writer that knows more than it is given', () => {
	const careless: TraceWriter = {
		loses: [],
		async *write({ batches }) {
			for await (const batch of batches()) yield `${batch.length}\n`;
			yield `${NAME.slice(0, 4)}`;
			yield new TextEncoder().encode(`${NAME.slice(4)}, ${SECRET}`);
		}
	};

	test('is refused once all is written, over the borders of chunks', async () => {
		const made = new TraceExport(trace(privateEntries()), careless, { redact: true });
		const chunks: unknown[] = [];
		const write = async () => {
			for await (const chunk of made.chunks()) chunks.push(chunk);
		};
		await expect(write()).rejects.toBeInstanceOf(ExportError);
		await expect(made.rehearse()).rejects.toThrow(/2 originals are left/);
		expect(chunks.length).toBeGreaterThan(2);
	});

	test('may do so where nothing was to be redacted', async () => {
		const made = new TraceExport(trace(privateEntries()), careless, { redact: false });
		expect(await written(made)).toContain(NAME);
	});
});

test('tells how far it is, and ends where it is cancelled', async () => {
	const entries = privateEntries();
	const seen: ExportProgress[] = [];
	await written(exported(entries, { onprogress: (progress) => seen.push(progress) }));
	expect(seen.filter(({ step }) => step === 'learning').at(-1)?.entries).toBe(entries.length);
	expect(seen.at(-1)).toEqual({ step: 'writing', entries: entries.length });

	const abort = new AbortController();
	const cancelled = exported(entries, {
		signal: abort.signal,
		onprogress: ({ step }) => step === 'writing' && abort.abort()
	});
	await expect(written(cancelled)).rejects.toMatchObject({ name: 'AbortError' });
});
