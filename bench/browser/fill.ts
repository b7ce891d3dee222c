import { appendEntries } from '../../src/lib/storage/append-entries.ts';
import { browserDatabase } from '../../src/lib/storage/database.ts';
import { PAGE_LENGTH } from '../../src/lib/storage/schema.ts';
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

function headerOf(id: string, createdAt: number) {
	const name = `${id} messages`;
	const source = 'live' as const;
	return { id, format: TRACE_FORMAT, name, source, createdAt, versions: { sipscope: '0' } };
}
