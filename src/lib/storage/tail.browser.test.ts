import { afterEach, describe, expect, it, vi } from 'vitest';
import { appendEntries } from './append-entries.ts';
import { leaveTail, recoverTails } from './tail.ts';
import { RefusingDatabase } from './testing/refusing-database.ts';
import {
	messages,
	newHeader,
	readAll,
	scratchDatabase,
	scratchName,
	scratchWriter
} from './testing/scratch.ts';
import { TraceStore } from './trace-store.ts';

const tails = () => Object.keys(localStorage).filter((key) => key.startsWith('sipscope.tail.'));

afterEach(() => tails().forEach((key) => localStorage.removeItem(key)));

describe('the tail of a closed page', () => {
	it('holds what is not known to be stored, and is stored at the next opening, once', async () => {
		const database = new RefusingDatabase(await scratchDatabase());
		const header = newHeader();
		const writer = scratchWriter(database, header, { firstRetry: 60_000 });
		writer.append(messages(3));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		database.refusal = new DOMException('Closing.', 'UnknownError');
		writer.append(messages(4, 3));
		dispatchEvent(new PageTransitionEvent('pagehide'));
		writer.append(messages(2, 7));
		expect(tails()).toHaveLength(1);

		database.refusal = undefined;
		await Promise.all([recoverTails(database), recoverTails(database)]);
		expect(await readAll(database, header.id)).toEqual(messages(9));
		expect(tails()).toEqual([]);
		await recoverTails(database);
		expect(await readAll(database, header.id)).toEqual(messages(9));
	});

	it('does not repeat entries whose transaction had completed after all', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		await appendEntries(database, header, messages(5));
		leaveTail({ header, begun: true, entries: messages(6, 2) });
		await recoverTails(database);
		expect(await readAll(database, header.id)).toEqual(messages(8));
		expect(await new TraceStore(database).header(header.id)).toMatchObject({ entryCount: 8 });
	});

	it('begins a trace that was closed before its first entry was stored', async () => {
		const database = await scratchDatabase();
		const header = newHeader('Short');
		leaveTail({ header, begun: false, entries: messages(2) });
		await recoverTails(database);
		expect(await new TraceStore(database).header(header.id)).toMatchObject({ name: 'Short' });
		expect(await readAll(database, header.id)).toEqual(messages(2));
	});

	it('does not bring back a trace that was deleted', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		await appendEntries(database, header, messages(2));
		leaveTail({ header, begun: true, entries: messages(2, 2) });
		const store = new TraceStore(database);
		await store.remove(header.id);
		expect(tails()).toEqual([]);
		leaveTail({ header, begun: true, entries: messages(2, 2) });
		await recoverTails(database);
		expect(await store.list()).toEqual([]);
		expect(tails()).toEqual([]);
	});

	it('keeps the earliest entries where not all fit, and a loss for the rest', async () => {
		const database = await scratchDatabase();
		const header = newHeader();
		localStorage.setItem('somebody else’s', 'y'.repeat(4 * 1024 * 1024));
		const entries = messages(40, 0, 'x'.repeat(100_000));
		leaveTail({ header, begun: false, entries });
		localStorage.removeItem('somebody else’s');
		await recoverTails(database);

		const recovered = await readAll(database, header.id);
		const kept = recovered.slice(0, -1);
		expect(kept.length).toBeGreaterThan(5);
		expect(kept.length).toBeLessThan(12);
		expect(kept).toEqual(entries.slice(0, kept.length));
		expect(recovered.at(-1)).toMatchObject({
			kind: 'loss',
			reason: 'interrupted',
			seq: 39,
			count: 40 - kept.length
		});
	});

	it('waits where storage refuses it, and is dropped where it is no tail', async () => {
		const database = new RefusingDatabase(await scratchDatabase(scratchName()));
		const header = newHeader();
		leaveTail({ header, begun: false, entries: messages(2) });
		localStorage.setItem('sipscope.tail.broken', '{"header":');
		database.refusal = new DOMException('No room.', 'QuotaExceededError');
		await recoverTails(database);
		expect(tails()).toEqual([`sipscope.tail.${header.id}`]);
		database.refusal = undefined;
		await recoverTails(database);
		expect(await readAll(database, header.id)).toEqual(messages(2));
	});

	it('goes where the page comes back from the browser’s cache', async () => {
		const database = new RefusingDatabase(await scratchDatabase());
		database.refusal = new DOMException('No room.', 'QuotaExceededError');
		const writer = scratchWriter(database, newHeader(), { firstRetry: 60_000 });
		writer.append(messages(2));
		dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
		expect(tails()).toHaveLength(1);
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
		expect(tails()).toEqual([]);
		database.refusal = undefined;
	});
});
