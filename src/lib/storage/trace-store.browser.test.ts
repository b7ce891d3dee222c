import { describe, expect, it } from 'vitest';
import { appendEntries } from './append-entries.ts';
import { ProfileStore } from './profile-store.ts';
import { messages, newHeader, readAll, scratchDatabase } from './testing/scratch.ts';
import { TraceStore } from './trace-store.ts';

describe('TraceStore', () => {
	it('lists traces newest first', async () => {
		const database = await scratchDatabase();
		const [older, newer] = [newHeader('older'), { ...newHeader('newer'), createdAt: 2e15 }];
		await appendEntries(database, older, messages(1));
		await appendEntries(database, newer, messages(2));
		const traces = await new TraceStore(database).list();
		expect(traces.map(({ name, entryCount }) => [name, entryCount])).toEqual([
			['newer', 2],
			['older', 1]
		]);
	});

	it('reads in order, in batches, from pages of any size', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		for (let seq = 0; seq < 100; seq++) await appendEntries(database, header, messages(1, seq));
		await appendEntries(database, header, messages(9_000, 100));
		const lengths: number[] = [];
		for await (const batch of new TraceStore(database).read(header.id)) lengths.push(batch.length);
		expect(lengths.reduce((sum, length) => sum + length)).toBe(9_100);
		expect(lengths.length).toBeGreaterThan(2);
		expect(await readAll(database, header.id)).toEqual(messages(9_100));
	});

	it('renames, and knows what is not there', async () => {
		const database = await scratchDatabase();
		const store = new TraceStore(database);
		const header = newHeader();
		await appendEntries(database, header, messages(1));
		expect(await store.rename(header.id, 'Two phones')).toBe(true);
		expect((await store.header(header.id))?.name).toBe('Two phones');
		expect(await store.rename('nobody', 'x')).toBe(false);
		expect(await store.header('nobody')).toBeUndefined();
		expect(await readAll(database, 'nobody')).toEqual([]);
	});

	it('removes a trace with its pages, and leaves its neighbours', async () => {
		const database = await scratchDatabase();
		const store = new TraceStore(database);
		const traces = [newHeader('a'), newHeader('b'), newHeader('c')];
		for (const header of traces) await appendEntries(database, header, messages(2_500));
		const [first, second, third] = traces.map(({ id }) => id).sort();
		await store.remove(second ?? '');
		const pages = await (await database.connection()).getAllKeys('pages');
		expect(pages.map(([id]) => id)).toEqual([first, first, first, third, third, third]);
		expect((await store.list()).map(({ id }) => id).sort()).toEqual([first, third]);
	});

	it('tells what this address uses', async () => {
		const estimate = await new TraceStore(await scratchDatabase()).estimate();
		expect(estimate.quota).toBeGreaterThan(0);
	});
});

describe('ProfileStore', () => {
	it('keeps profiles of any shape under their id', async () => {
		const profiles = new ProfileStore<{ id: string; name: string }>(await scratchDatabase());
		await profiles.saveProfile({ id: '1', name: 'Alice' });
		await profiles.saveProfile({ id: '2', name: 'Bob' });
		await profiles.saveProfile({ id: '1', name: 'Alice’s desk' });
		await profiles.removeProfile('2');
		await profiles.removeProfile('3');
		expect(await profiles.listProfiles()).toEqual([{ id: '1', name: 'Alice’s desk' }]);
	});
});
