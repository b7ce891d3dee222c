import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from './database.ts';
import { toFailure } from './failure.ts';
import {
	messages,
	newHeader,
	readAll,
	scratchDatabase,
	scratchName,
	scratchWriter
} from './testing/scratch.ts';

describe('openDatabase', () => {
	it('creates the stores of schema version 1', async () => {
		const connection = await (await scratchDatabase()).connection();
		expect(connection.version).toBe(1);
		expect([...connection.objectStoreNames]).toEqual(['pages', 'profiles', 'traces']);
	});

	it('keeps what an older schema held, and lets a tab with the older one go', async () => {
		const name = scratchName();
		const older = await scratchDatabase(name);
		const header = newHeader();
		const writer = scratchWriter(older, header);
		writer.append(messages(3));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));

		const newer = await openDatabase({ name, version: 2 });
		expect(newer.ok).toBe(true);
		expect(await readAll(newer.database, header.id)).toEqual(messages(3));
		const error: unknown = await older.connection().catch((reason: unknown) => reason);
		expect(toFailure(error).reason).toBe('newer');
		newer.database.close();
	});

	it('says so where another tab does not let go, and opens once it has', async () => {
		const name = scratchName();
		const stubborn = await openDB(name, 1);
		const blocked = await openDatabase({ name, version: 2, patience: 50 });
		expect(blocked).toMatchObject({ ok: false, reason: 'blocked' });
		stubborn.close();
		await vi.waitFor(async () => {
			const opened = await openDatabase({ name, version: 2, patience: 50 });
			opened.database.close();
			expect(opened.ok).toBe(true);
		});
	});

	it('opens another connection where the database was deleted under it', async () => {
		const name = scratchName();
		const database = await scratchDatabase(name);
		const header = newHeader();
		const writer = scratchWriter(database, header);
		const losses: unknown[] = [];
		writer.onloss = (loss) => losses.push(loss);
		writer.append(messages(3));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));
		await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
		writer.append(messages(2, 3));
		await vi.waitFor(() => expect(losses).toHaveLength(1));
		expect(await readAll(database, header.id)).toEqual(messages(2, 3));
	});

	it('says so where the browser denies storage', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		});
		expect(await openDatabase()).toMatchObject({ ok: false, reason: 'denied' });
		vi.restoreAllMocks();
	});
});
