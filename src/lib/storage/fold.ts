import { SECOND } from '../trace/instant.ts';
import { complete } from './complete.ts';
import type { Database } from './database.ts';
import { PAGE_LENGTH, pagesOf, type StoredTrace } from './schema.ts';
import { wallClock } from './stored-trace.ts';

/** A trace that was written to within this time may still be: its small pages are left alone. */
const IDLE_TIME = 10 * SECOND;

/** Consecutive pages that make one pack, by their first `seq` (inclusive) and the next pack's. */
export interface Pack {
	from: number;
	to: number;
}

/**
 * Which pages to fold together, so that no pack holds more than a page may: told by their keys alone,
 * since the entries of a page end where the next one's begin.
 *
 * @param firstSeqs of all pages, ascending.
 * @param endSeq one more than the last entry's `seq`.
 */
export function planPacks(firstSeqs: readonly number[], endSeq: number): Pack[] {
	const packs: (Pack & { pages: number })[] = [];
	firstSeqs.forEach((from, index) => {
		const to = firstSeqs[index + 1] ?? endSeq;
		const pack = packs.at(-1);
		if (pack && to - pack.from <= PAGE_LENGTH) {
			pack.to = to;
			pack.pages++;
		} else packs.push({ from, to, pages: 1 });
	});
	return packs.filter(({ pages }) => pages > 1).map(({ from, to }) => ({ from, to }));
}

/**
 * Folds a trace's small pages into packs. Each pack is one transaction, so a page that ends meanwhile
 * leaves either all of its pages or the pack, and two tabs may fold the same trace.
 *
 * @returns false where storage refuses: then the rest stays as it is, and reads as well, only slower.
 */
export async function foldPages(database: Database, traceId: string): Promise<boolean> {
	try {
		const { trace, firstSeqs } = await survey(database, traceId);
		if (!trace) return true;
		for (const pack of planPacks(firstSeqs, trace.lastSeq + 1)) await fold(database, traceId, pack);
		return true;
	} catch {
		return false;
	}
}

/** As `foldPages`, but only where nobody has written for a while. */
export async function foldIdle(database: Database, trace: StoredTrace): Promise<void> {
	if (wallClock() - trace.updatedAt > IDLE_TIME) await foldPages(database, trace.id);
}

async function survey(database: Database, traceId: string) {
	const connection = await database.connection();
	const transaction = connection.transaction(['traces', 'pages']);
	const [trace, keys] = await Promise.all([
		transaction.objectStore('traces').get(traceId),
		transaction.objectStore('pages').getAllKeys(pagesOf(traceId))
	]);
	return { trace, firstSeqs: keys.map(([, firstSeq]) => firstSeq) };
}

async function fold(database: Database, traceId: string, { from, to }: Pack): Promise<void> {
	const connection = await database.connection();
	const transaction = connection.transaction('pages', 'readwrite', { durability: 'relaxed' });
	const replace = async () => {
		const range = IDBKeyRange.bound([traceId, from], [traceId, to], false, true);
		const pages = await transaction.store.getAll(range);
		const [first] = pages;
		if (!first || pages.length < 2) return;
		const entries = pages.flatMap((page) => page.entries);
		await Promise.all([
			transaction.store.delete(range),
			transaction.store.put({ traceId, firstSeq: first.firstSeq, entries })
		]);
	};
	await complete(transaction, replace());
}
