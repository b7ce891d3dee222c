import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { appendEntries } from '../storage/append-entries.ts';
import { StorageError, failureOf } from '../storage/failure.ts';
import { messages, newHeader } from '../storage/testing/scratch.ts';
import { TraceStore } from '../storage/trace-store.ts';
import { Annotations } from './annotations.svelte.ts';
import { storage } from './storage.svelte.ts';

afterEach(() => vi.restoreAllMocks());

async function storedTrace(): Promise<string> {
	const header = newHeader();
	await appendEntries(storage.database, header, messages(3));
	onTestFinished(() => new TraceStore(storage.database).remove(header.id));
	return header.id;
}

/** As a page opened later reads them. */
async function reopened(id: string): Promise<Annotations> {
	const annotations = new Annotations(id);
	await annotations.load();
	return annotations;
}

test('each letter is stored as it is typed, and each bookmark', async () => {
	const id = await storedTrace();
	const annotations = new Annotations(id);
	for (const text of ['w', 'wh', 'why?\n']) annotations.write(1, text);
	annotations.toggleBookmark(2);
	annotations.toggleBookmark(0);
	annotations.toggleBookmark(0);
	await annotations.saved();
	const expected = [
		{ seq: 1, bookmarked: false, note: 'why?\n' },
		{ seq: 2, bookmarked: true, note: '' }
	];
	expect(annotations.list).toEqual(expected);
	expect((await reopened(id)).list).toEqual(expected);
});

test('what is changed while it is being read stays', async () => {
	const id = await storedTrace();
	const before = new Annotations(id);
	before.write(1, 'old');
	await before.saved();
	const annotations = new Annotations(id);
	const loading = annotations.load();
	annotations.write(1, 'new');
	await Promise.all([loading, annotations.saved()]);
	expect(annotations.at(1)?.note).toBe('new');
});

test('what storage refuses is said, and left when the page closes', async () => {
	const id = await storedTrace();
	const annotations = new Annotations(id);
	const refused = vi
		.spyOn(storage, 'annotations')
		.mockRejectedValue(new StorageError(failureOf('quota')));
	annotations.write(1, 'kept');
	await annotations.saved();
	expect(annotations.failure).toContain('full');
	expect(annotations.at(1)?.note).toBe('kept');
	dispatchEvent(new PageTransitionEvent('pagehide'));
	refused.mockRestore();
	const key = `sipscope.annotations.${id}`;
	expect(localStorage.getItem(key)).toContain('kept');

	annotations.write(1, 'kept too');
	await annotations.saved();
	expect(annotations.failure).toBeUndefined();
	expect(localStorage.getItem(key)).toBeNull();
	expect((await reopened(id)).at(1)?.note).toBe('kept too');
});
