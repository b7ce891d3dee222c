import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { browserDatabase, type Database } from './database.ts';
import { toFailure, type StorageFailureReason } from './failure.ts';
import { AnnotationStore } from './annotation-store.ts';
import { FilterStore } from './filter-store.ts';
import { ProfileStore } from './profile-store.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { beginTrace, countEntries } from './stored-trace.ts';
import {
	messages,
	newHeader,
	readAll,
	scratchDatabase,
	scratchName,
	scratchWriter
} from './testing/scratch.ts';

/** Why there is no connection to be had; `undefined` where there is one. */
async function refusalOf(database: Database): Promise<StorageFailureReason | undefined> {
	try {
		await database.connection();
		return undefined;
	} catch (thrown) {
		return toFailure(thrown).reason;
	}
}

describe('browserDatabase', () => {
	it('creates the stores of its schema', async () => {
		const connection = await (await scratchDatabase()).connection();
		expect(connection.version).toBe(SCHEMA_VERSION);
		expect([...connection.objectStoreNames]).toEqual([
			'annotations',
			'filters',
			'pages',
			'profiles',
			'traces'
		]);
	});

	it('keeps what an older schema held, and lets a tab with the older one go', async () => {
		const name = scratchName();
		const older = await scratchDatabase(name);
		const header = newHeader();
		const writer = scratchWriter(older, header);
		writer.append(messages(3));
		await vi.waitFor(() => expect(writer.status).toBe('stored'));

		const newer = browserDatabase({ name, version: SCHEMA_VERSION + 1 });
		expect(await readAll(newer, header.id)).toEqual(messages(3));
		expect(await refusalOf(older)).toBe('newer');
		newer.close();
	});

	it('keeps all that a database of version 1 held, and has room for notes beside it', async () => {
		const name = scratchName();
		const header = newHeader();
		const old = await openDB(name, 1, {
			upgrade(connection) {
				connection.createObjectStore('traces', { keyPath: 'id' });
				connection.createObjectStore('pages', { keyPath: ['traceId', 'firstSeq'] });
				connection.createObjectStore('profiles', { keyPath: 'id' });
			}
		});
		await old.put('traces', countEntries(beginTrace(header), messages(3)));
		await old.put('pages', { traceId: header.id, firstSeq: 0, entries: messages(3) });
		await old.put('profiles', { id: 'alice', name: 'Alice' });
		old.close();

		const database = await scratchDatabase(name);
		expect(await readAll(database, header.id)).toEqual(messages(3));
		expect(await new ProfileStore(database).listProfiles()).toEqual([
			{ id: 'alice', name: 'Alice' }
		]);
		const note = { seq: 1, bookmarked: true, note: 'here' };
		await new AnnotationStore(database).save(header.id, [note]);
		expect(await new AnnotationStore(database).list(header.id)).toEqual([note]);
	});

	it('keeps all that a database of version 2 held, and has room for filters beside it', async () => {
		const name = scratchName();
		const header = newHeader();
		const old = await openDB(name, 2, {
			upgrade(connection) {
				connection.createObjectStore('traces', { keyPath: 'id' });
				connection.createObjectStore('pages', { keyPath: ['traceId', 'firstSeq'] });
				connection.createObjectStore('profiles', { keyPath: 'id' });
				connection.createObjectStore('annotations', { keyPath: ['traceId', 'seq'] });
			}
		});
		const note = { seq: 1, bookmarked: true, note: 'here' };
		await old.put('traces', countEntries(beginTrace(header), messages(3)));
		await old.put('pages', { traceId: header.id, firstSeq: 0, entries: messages(3) });
		await old.put('profiles', { id: 'alice', name: 'Alice' });
		await old.put('annotations', { traceId: header.id, ...note });
		old.close();

		const database = await scratchDatabase(name);
		const filter = { id: '1', name: 'Refusals', text: 'status:4xx' };
		await new FilterStore(database).save(filter);
		expect(await new FilterStore(database).list()).toEqual([filter]);
		expect(await readAll(database, header.id)).toEqual(messages(3));
		expect(await new AnnotationStore(database).list(header.id)).toEqual([note]);
		expect(await new ProfileStore(database).listProfiles()).toEqual([
			{ id: 'alice', name: 'Alice' }
		]);
	});

	it('says so where another tab does not let go, and opens once it has', async () => {
		const name = scratchName();
		const stubborn = await openDB(name, SCHEMA_VERSION);
		const database = browserDatabase({ name, version: SCHEMA_VERSION + 1, patience: 50 });
		expect(await refusalOf(database)).toBe('blocked');
		stubborn.close();
		await vi.waitFor(async () => expect(await refusalOf(database)).toBeUndefined());
		database.close();
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
		expect(await refusalOf(browserDatabase())).toBe('denied');
		vi.restoreAllMocks();
	});
});
