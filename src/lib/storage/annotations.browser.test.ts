import { afterEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../trace/annotation.ts';
import { AnnotationStore } from './annotation-store.ts';
import { appendEntries } from './append-entries.ts';
import { RefusingDatabase } from './testing/refusing-database.ts';
import { messages, newHeader, readAll, scratchDatabase } from './testing/scratch.ts';
import { TraceStore } from './trace-store.ts';
import { leaveUnsaved, recoverAnnotations } from './unsaved-annotations.ts';

const left = () =>
	Object.keys(localStorage).filter((key) => key.startsWith('sipscope.annotations.'));

afterEach(() => left().forEach((key) => localStorage.removeItem(key)));

const bookmark = (seq: number): Annotation => ({ seq, bookmarked: true, note: '' });
const note = (seq: number, text: string): Annotation => ({ seq, bookmarked: false, note: text });

async function storedTrace() {
	const database = await scratchDatabase();
	const header = newHeader();
	await appendEntries(database, header, messages(3));
	return { database, id: header.id, store: new AnnotationStore(database) };
}

describe('AnnotationStore', () => {
	it('keeps text as it was typed, in order of seq, one a message', async () => {
		const { database, id, store } = await storedTrace();
		const typed = ' two\n\r\n<b>lines</b>\t\u0000 \ud800 é ';
		await store.save(id, [note(12, 'second'), bookmark(2)]);
		await store.save(id, [note(12, typed)]);
		expect(await store.list(id)).toEqual([bookmark(2), note(12, typed)]);
		expect(await readAll(database, id)).toEqual(messages(3));
	});

	it('removes what is blank', async () => {
		const { id, store } = await storedTrace();
		await store.save(id, [bookmark(0), bookmark(1)]);
		await store.save(id, [note(0, '')]);
		expect(await store.list(id)).toEqual([bookmark(1)]);
	});

	it('goes with its trace, and leaves those of others', async () => {
		const { database, id, store } = await storedTrace();
		const other = newHeader();
		await appendEntries(database, other, messages(1));
		await store.save(id, [bookmark(0), note(1, 'x')]);
		await store.save(other.id, [bookmark(0)]);
		leaveUnsaved(id, [bookmark(2)]);
		await new TraceStore(database).remove(id);
		expect(await store.list(id)).toEqual([]);
		expect(await store.list(other.id)).toEqual([bookmark(0)]);
		expect(left()).toEqual([]);
		expect(await store.save(id, [bookmark(0)])).toBe('missing');
		expect(await store.list(id)).toEqual([]);
	});
});

describe('what a closed page left', () => {
	it('is stored at the next opening, or waits while storage refuses', async () => {
		const { database, id, store } = await storedTrace();
		await store.save(id, [note(1, 'old')]);
		leaveUnsaved(id, [note(1, 'new'), bookmark(2)]);
		const refusing = new RefusingDatabase(database);
		refusing.refusal = new DOMException('Full.', 'QuotaExceededError');
		await recoverAnnotations(refusing);
		expect(left()).toHaveLength(1);
		await recoverAnnotations(database);
		expect(await store.list(id)).toEqual([note(1, 'new'), bookmark(2)]);
		expect(left()).toEqual([]);
	});

	it('is passed over where it is no text of ours', async () => {
		const { database, id, store } = await storedTrace();
		localStorage.setItem(`sipscope.annotations.${id}`, '[{"seq":"1"}]');
		await recoverAnnotations(database);
		expect(await store.list(id)).toEqual([]);
		expect(left()).toEqual([]);
	});
});
