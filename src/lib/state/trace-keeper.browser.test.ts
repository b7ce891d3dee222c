import { expect, test } from 'vitest';
import { now } from '../capture/clock.ts';
import { Recorder } from '../capture/recorder.ts';
import type { Entry } from '../trace/entry.ts';
import { TRACE_FORMAT } from '../trace/trace.ts';
import { storage } from './storage.svelte.ts';
import { TraceKeeper } from './trace-keeper.svelte.ts';

async function stored(id: string): Promise<Entry[]> {
	const opened = await storage.open();
	if (!opened.ok) throw new Error(opened.message);
	const entries: Entry[] = [];
	for await (const batch of opened.traces.read(id)) entries.push(...batch);
	return entries;
}

const newHeader = () => ({
	id: crypto.randomUUID(),
	format: TRACE_FORMAT,
	name: 'Early',
	source: 'live' as const,
	createdAt: now(),
	versions: { sipscope: '0.0.0' }
});

test('a page that goes before the database is open leaves all that was recorded', async () => {
	const header = newHeader();
	const recorder = new Recorder([new TraceKeeper(header, () => undefined)]);
	recorder.record({ kind: 'message', direction: 'received', text: 'first' });
	recorder.flush();
	dispatchEvent(new PageTransitionEvent('pagehide'));
	expect(localStorage.getItem(`sipscope.tail.${header.id}`)).toContain('first');
	dispatchEvent(new PageTransitionEvent('pageshow'));
	await expect.poll(() => stored(header.id)).toHaveLength(1);
});

test('entries recorded before the database is open are stored too, in order', async () => {
	const header = newHeader();
	const keeper = new TraceKeeper(header, () => undefined);
	const recorder = new Recorder([keeper]);
	for (const text of ['first\0', 'second\r\n'])
		recorder.record({ kind: 'message', direction: 'received', text });
	recorder.flush();
	await expect.poll(() => stored(header.id)).toHaveLength(2);
	recorder.record({ kind: 'message', direction: 'sent', text: 'third' });
	recorder.flush();
	await expect
		.poll(async () => (await stored(header.id)).map((entry) => [entry.seq, entry.kind]))
		.toEqual([
			[0, 'message'],
			[1, 'message'],
			[2, 'message']
		]);
	expect(keeper.failure).toBeUndefined();
});
