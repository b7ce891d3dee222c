import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { anyEntries } from '../../../tests/arbitraries/entry.ts';
import {
	messages,
	newHeader,
	readAll,
	scratchDatabase,
	scratchName,
	scratchWriter
} from './testing/scratch.ts';
import { TraceStore } from './trace-store.ts';
import { TraceWriter } from './trace-writer.ts';

describe('TraceWriter', () => {
	it('stores every entry exactly and in order, however it is cut into batches', async () => {
		const database = await scratchDatabase();
		await fc.assert(
			fc.asyncProperty(anyEntries(60), fc.array(fc.nat(20)), async (entries, cuts) => {
				const header = newHeader();
				const writer = TraceWriter.create(database, header);
				let rest = entries;
				for (const cut of cuts) {
					writer.append(rest.slice(0, cut));
					rest = rest.slice(cut);
				}
				writer.append(rest);
				await writer.close();
				expect(await readAll(database, header.id)).toEqual(entries);
			}),
			{ numRuns: 60 }
		);
	});

	it('lets another tab read a batch soon after it was appended', async () => {
		const name = scratchName();
		const [ours, theirs] = [await scratchDatabase(name), await scratchDatabase(name)];
		const header = newHeader();
		const writer = scratchWriter(ours, header);
		for (const entry of messages(20)) {
			writer.append([entry]);
			await vi.waitFor(
				async () => expect((await readAll(theirs, header.id)).at(-1)).toEqual(entry),
				{ timeout: 5_000, interval: 5 }
			);
		}
		expect(writer.status).toBe('stored');
	});

	it('counts what is stored in the same transaction', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		const writer = scratchWriter(database, header);
		writer.append(messages(2, 0, 'OPTIONS €'));
		writer.append([{ seq: 2, at: 7, kind: 'loss', reason: 'storage' }]);
		await vi.waitFor(async () =>
			expect(await new TraceStore(database).header(header.id)).toMatchObject({
				...header,
				entryCount: 3,
				messageCount: 2,
				byteCount: 2 * 'OPTIONS EUR 0'.length,
				firstAt: 1_700_000_000_000_000,
				lastAt: 7,
				lastSeq: 2
			})
		);
	});

	it('writes more than a page at once as several', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		const writer = scratchWriter(database, header);
		writer.append(messages(2_500));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		const pages = await (await database.connection()).getAll('pages');
		expect(pages.map((page) => page.entries.length)).toEqual([1_000, 1_000, 500]);
		expect(await readAll(database, header.id)).toEqual(messages(2_500));
	});

	it('disturbs no trace that another tab writes at the same time', async () => {
		const name = scratchName();
		const tabs = await Promise.all(
			['one', 'two'].map(async (text) => {
				const header = newHeader(text);
				const database = await scratchDatabase(name);
				return { header, database, entries: messages(300, 0, text) };
			})
		);
		await Promise.all(
			tabs.map(async ({ database, header, entries }) => {
				const writer = TraceWriter.create(database, header);
				for (const entry of entries) {
					writer.append([entry]);
					if (entry.seq % 10 === 0) await (await database.connection()).count('pages');
				}
				await writer.close();
			})
		);
		for (const { database, header, entries } of tabs)
			expect(await readAll(database, header.id)).toEqual(entries);
	});

	it('keeps the name that the trace was given meanwhile', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		const writer = scratchWriter(database, header);
		const store = new TraceStore(database);
		writer.append(messages(1));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		await store.rename(header.id, 'Renamed');
		writer.append(messages(1, 1));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		expect(await store.header(header.id)).toMatchObject({ name: 'Renamed', entryCount: 2 });
	});

	it('begins a trace under the name that it was given before anything of it was stored', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		const writer = scratchWriter(database, header);
		writer.rename('Renamed');
		writer.append(messages(1));
		await vi.waitFor(async () =>
			expect(await new TraceStore(database).header(header.id)).toMatchObject({ name: 'Renamed' })
		);
	});

	it('tells the loss where what was stored has been deleted, and begins again', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		const writer = scratchWriter(database, header);
		const losses: unknown[] = [];
		writer.onloss = (loss) => losses.push(loss);
		writer.append(messages(3));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		await new TraceStore(database).remove(header.id);
		writer.append(messages(2, 3));
		await vi.waitFor(() => expect(losses).toHaveLength(1));
		expect(losses).toEqual([
			expect.objectContaining({ kind: 'loss', reason: 'storage', count: 3 })
		]);
		expect(await readAll(database, header.id)).toEqual(messages(2, 3));
	});
});
