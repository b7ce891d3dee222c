import type { Entry } from '../trace/entry.ts';
import type { Connection, Database } from './database.ts';
import { PAGE_LENGTH, pagesOf, type Page } from './schema.ts';

/** About as many entries are read at once. */
const READ_LENGTH = 2 * PAGE_LENGTH;
/** Packs may follow small pages, so it is not more pages than fit into memory as packs. */
const MOST_PAGES = 64;

/**
 * A trace's entries in order from a seq on, a batch at a time, up to where it ends when the last batch is read. It
 * may be written to and folded meanwhile: each batch is asked for by the `seq` that is due.
 *
 * @throws what IndexedDB throws, or `StorageError`.
 */
export async function* readEntries(
	database: Database,
	traceId: string,
	fromSeq = 0
): AsyncGenerator<Entry[]> {
	let due = fromSeq;
	let pageCount = 1;
	while (true) {
		const pages = await readPages(await database.connection(), traceId, due, pageCount);
		const entries = pages.flatMap((page) => page.entries).filter((entry) => entry.seq >= due);
		const last = entries.at(-1);
		if (!last) return;
		due = last.seq + 1;
		pageCount = pageCountFor(entries.length / pages.length);
		yield entries;
	}
}

function pageCountFor(entriesPerPage: number): number {
	return Math.min(Math.max(1, Math.round(READ_LENGTH / entriesPerPage)), MOST_PAGES);
}

/**
 * Up to `count` pages from the one that holds the entry `due`. Folding may have put that entry into a
 * page that begins before it, so where no page begins with it, the one before is read as well.
 */
async function readPages(
	connection: Connection,
	traceId: string,
	due: number,
	count: number
): Promise<Page[]> {
	const { store } = connection.transaction('pages');
	const pages = await store.getAll(pagesOf(traceId, due), count);
	if (pages[0]?.firstSeq === due) return pages;
	const earlier = IDBKeyRange.bound([traceId], [traceId, due], true, true);
	const before = await store.openCursor(earlier, 'prev');
	return before ? [before.value, ...pages] : pages;
}
