import { deleteDB } from 'idb';
import { onTestFinished } from 'vitest';
import type { Entry, MessageEntry } from '../../trace/entry.ts';
import { TRACE_FORMAT, type TraceHeader } from '../../trace/trace.ts';
import { browserDatabase, type Database } from '../database.ts';
import { TraceStore } from '../trace-store.ts';
import { TraceWriter, type WriterOptions } from '../trace-writer.ts';

/** A name that no other test has; its database goes with the test. */
export function scratchName(): string {
	const name = `sipscope-test-${crypto.randomUUID()}`;
	onTestFinished(() => deleteDB(name));
	return name;
}

/** A database of this test's own, or one more connection to it, as another tab would have. */
export async function scratchDatabase(name = scratchName()): Promise<Database> {
	const database = browserDatabase({ name });
	await database.connection();
	onTestFinished(() => database.close());
	return database;
}

export function newHeader(name = 'A trace'): TraceHeader {
	return {
		id: crypto.randomUUID(),
		format: TRACE_FORMAT,
		name,
		source: 'live',
		createdAt: 1_700_000_000_000_000,
		versions: { sipscope: '0.0.0' }
	};
}

/** A writer that no longer listens to the page when the test ends. */
export function scratchWriter(
	database: Database,
	header: TraceHeader,
	options?: WriterOptions
): TraceWriter {
	const writer = TraceWriter.create(database, header, options);
	onTestFinished(() => writer.close());
	return writer;
}

export async function readAll(database: Database, traceId: string): Promise<Entry[]> {
	const entries: Entry[] = [];
	for await (const batch of new TraceStore(database).read(traceId)) entries.push(...batch);
	return entries;
}

/** The pages of a trace, as the `seq` of their entries. */
export async function pageSeqs(database: Database): Promise<number[][]> {
	const pages = await (await database.connection()).getAll('pages');
	return pages.map((page) => page.entries.map((entry) => entry.seq));
}

/** So many messages, numbered from `firstSeq`. */
export function messages(count: number, firstSeq = 0, text = 'OPTIONS'): MessageEntry[] {
	return Array.from({ length: count }, (_, index) => message(firstSeq + index, text));
}

function message(seq: number, text: string): MessageEntry {
	return {
		seq,
		at: 1_700_000_000_000_000 + seq,
		kind: 'message',
		direction: 'sent',
		text: `${text} ${seq}`
	};
}
