import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEntries } from './append-entries.ts';
import type { Database } from './database.ts';
import { foldPages } from './fold.ts';
import { messages, newHeader, pageSeqs, readAll, scratchDatabase } from './testing/scratch.ts';
import { RefusingDatabase } from './testing/refusing-database.ts';
import { TraceStore } from './trace-store.ts';

/** A trace that arrived in batches of these lengths. */
async function store(database: Database, lengths: readonly number[]) {
	const header = newHeader();
	let seq = 0;
	for (const length of lengths) {
		await appendEntries(database, header, messages(length, seq));
		seq += length;
	}
	return { id: header.id, entries: messages(seq) };
}

describe('foldPages', () => {
	it('makes few pages of many, with the same entries in the same order', async () => {
		const database = await scratchDatabase();
		const { id, entries } = await store(database, Array<number>(300).fill(7));
		expect(await foldPages(database, id)).toBe(true);
		const lengths = (await pageSeqs(database)).map((seqs) => seqs.length);
		expect(lengths).toEqual([994, 994, 112]);
		expect(await readAll(database, id)).toEqual(entries);
		expect(await new TraceStore(database).header(id)).toMatchObject({ entryCount: 2_100 });
	});

	it('loses and repeats nothing where it is done twice at once, and while the trace is read', async () => {
		const database = await scratchDatabase();
		const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 25 });
		await fc.assert(
			fc.asyncProperty(lengths, fc.nat(6), async (pages, foldAfter) => {
				const { id, entries } = await store(database, pages);
				const read = [];
				let batches = 0;
				for await (const batch of new TraceStore(database).read(id)) {
					read.push(...batch);
					if (batches++ === foldAfter)
						await Promise.all([foldPages(database, id), foldPages(database, id)]);
				}
				expect(read).toEqual(entries);
				expect(await readAll(database, id)).toEqual(entries);
			}),
			{ numRuns: 25 }
		);
	});

	it('leaves the pages as they are where its transaction is aborted', async () => {
		const database = new RefusingDatabase(await scratchDatabase());
		const { id, entries } = await store(database, [1, 2, 3]);
		database.refusal = new DOMException('No room.', 'QuotaExceededError');
		expect(await foldPages(database, id)).toBe(false);
		expect(await pageSeqs(database)).toEqual([[0], [1, 2], [3, 4, 5]]);
		expect(await readAll(database, id)).toEqual(entries);
	});
});
