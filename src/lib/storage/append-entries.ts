import type { IDBPTransaction } from 'idb';
import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { complete } from './complete.ts';
import type { Database } from './database.ts';
import { PAGE_LENGTH, type Schema } from './schema.ts';
import { beginTrace, countEntries } from './stored-trace.ts';

export type Appended =
	/** The trace goes on. */
	| 'continued'
	/** Nothing was stored under this id, so it begins with these entries. */
	| 'begun'
	/** Nothing was stored under this id, and it was not to begin: nothing has been written. */
	| 'missing';

type Appending = IDBPTransaction<Schema, ['traces', 'pages'], 'readwrite'>;

/**
 * Stores entries, and the counters with them, in one transaction: all or nothing. Entries that the
 * trace holds already are passed over, so the same ones may be brought twice, by two tabs even.
 *
 * @param header of the trace, which is begun where it is not there; an id never begins one.
 * @throws what IndexedDB throws, or `StorageError`; then nothing has been written.
 */
export async function appendEntries(
	database: Database,
	header: TraceHeader | { id: string },
	entries: readonly Entry[]
): Promise<Appended> {
	const connection = await database.connection();
	const transaction = connection.transaction(['traces', 'pages'], 'readwrite', {
		durability: 'relaxed'
	});
	return complete(transaction, put(transaction, header, entries));
}

async function put(
	transaction: Appending,
	header: TraceHeader | { id: string },
	entries: readonly Entry[]
): Promise<Appended> {
	const traces = transaction.objectStore('traces');
	const known = await traces.get(header.id);
	const trace = known ?? ('name' in header ? beginTrace(header) : undefined);
	if (!trace) return 'missing';
	const fresh = entries.filter((entry) => entry.seq > trace.lastSeq);
	const pages = transaction.objectStore('pages');
	const writes: Promise<unknown>[] = [];
	for (let start = 0; start < fresh.length; start += PAGE_LENGTH) {
		const page = fresh.slice(start, start + PAGE_LENGTH);
		const firstSeq = page[0]?.seq ?? 0;
		writes.push(pages.put({ traceId: trace.id, firstSeq, entries: page }));
	}
	writes.push(traces.put(countEntries(trace, fresh)));
	await Promise.all(writes);
	return known ? 'continued' : 'begun';
}
