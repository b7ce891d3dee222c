import { appendEntries } from '../../src/lib/storage/append-entries.ts';
import { browserDatabase } from '../../src/lib/storage/database.ts';
import { readEntries } from '../../src/lib/storage/read-pages.ts';
import { PAGE_LENGTH } from '../../src/lib/storage/schema.ts';
import { TraceStore } from '../../src/lib/storage/trace-store.ts';
import type { Entry } from '../../src/lib/trace/entry.ts';
import { TRACE_FORMAT } from '../../src/lib/trace/trace.ts';
import { generateEntries } from '../generate.ts';

/** Runs in the page: stores a made-up trace of so many messages, as capture would have. */
export async function fill(id: string, count: number): Promise<void> {
	const database = browserDatabase();
	let page: Entry[] = [];
	for (const entry of generateEntries(count)) {
		page.push(entry);
		if (page.length < PAGE_LENGTH && entry.seq < count - 1) continue;
		await appendEntries(database, headerOf(id, page[0]?.at ?? 0), page);
		page = [];
	}
	database.close();
}

/**
 * The least that a search of texts takes, in milliseconds: to read a trace from storage once, and one
 * `includes` over each of its texts.
 */
export async function leastSearch(id: string, text: string): Promise<Record<string, number>> {
	const database = browserDatabase();
	let [read, includes] = [0, 0];
	let since = performance.now();
	let found = 0;
	for await (const entries of readEntries(database, id)) {
		const begun = performance.now();
		read += begun - since;
		for (const entry of entries)
			if (entry.kind === 'message' && entry.text?.includes(text)) found++;
		since = performance.now();
		includes += since - begun;
	}
	database.close();
	return { read, includes, found };
}

/** How many different numbers a header field has in the latest trace. */
export async function countNumbers(field: string): Promise<number> {
	const database = browserDatabase();
	const [latest] = await new TraceStore(database).list();
	const numbers = new Set<string>();
	const wanted = new RegExp(`^${field}: (\\d+)`, 'm');
	for await (const entries of readEntries(database, latest?.id ?? '')) {
		for (const entry of entries) {
			const [, number] = (entry.kind === 'message' && wanted.exec(entry.text ?? '')) || [];
			if (number !== undefined) numbers.add(number);
		}
	}
	database.close();
	return numbers.size;
}

function headerOf(id: string, createdAt: number) {
	const name = `${id} messages`;
	const source = 'live' as const;
	return { id, format: TRACE_FORMAT, name, source, createdAt, versions: { sipscope: '0' } };
}
