import { describe, expect, it } from 'vitest';
import type { Entry } from '../trace/entry.ts';
import { Outbox } from './outbox.ts';
import { LONGEST_LINE, USUAL_CHUNK } from './protocol.ts';

const entry = (seq: number, text = `OPTIONS sip:${seq}@example.com SIP/2.0\r\n\r\n`): Entry => ({
	kind: 'message',
	direction: 'sent',
	seq,
	at: 1_780_000_000_000_000 + seq,
	text
});

const entries = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => entry(from + index));

/** All that is to be sent now. */
function takeAll(outbox: Outbox): Entry[] {
	const taken: Entry[] = [];
	for (let lines = outbox.take(); lines !== undefined; lines = outbox.take())
		taken.push(...lines.split('\n').map((line) => JSON.parse(line) as Entry));
	return taken;
}

const LINE = JSON.stringify(entry(0)).length;

describe('an outbox', () => {
	it('gives each entry once, and again from where Sipscope asks', () => {
		const outbox = new Outbox(1e6);
		outbox.push(entries(0, 10));
		expect(takeAll(outbox)).toEqual(entries(0, 10));
		expect(outbox.take()).toBeUndefined();
		outbox.rewind(4);
		expect(takeAll(outbox)).toEqual(entries(4, 10));
	});

	it('forgets what is stored, and nothing else', () => {
		const outbox = new Outbox(1e6);
		outbox.push(entries(0, 10));
		outbox.stored(7);
		expect(outbox.from).toBe(7);
		outbox.rewind(7);
		expect(takeAll(outbox)).toEqual(entries(7, 10));
		expect(outbox.isEmpty).toBe(false);
		outbox.stored(10);
		expect(outbox.isEmpty).toBe(true);
	});

	it('forgets the oldest when it is full, and tells how many that were', () => {
		const outbox = new Outbox(4.5 * LINE);
		outbox.push(entries(0, 10));
		const [loss, ...kept] = takeAll(outbox);
		expect(loss).toMatchObject({ kind: 'loss', reason: 'stream', seq: 5, count: 6 });
		expect(kept).toEqual(entries(6, 10));
		expect(outbox.from).toBe(0);
	});

	it('tells of no loss what had been sent before it was forgotten', () => {
		const outbox = new Outbox(4.5 * LINE);
		outbox.push(entries(0, 4));
		expect(takeAll(outbox)).toEqual(entries(0, 4));
		outbox.push(entries(4, 8));
		expect(takeAll(outbox)).toEqual(entries(4, 8));
		outbox.rewind(2);
		expect(takeAll(outbox)[0]).toMatchObject({ kind: 'loss', seq: 3, count: 2 });
	});

	it('sends no chunk that is much longer than usual, unless one entry is', () => {
		const outbox = new Outbox(1e7);
		const long = 'x'.repeat(USUAL_CHUNK);
		outbox.push([...entries(0, 1_000), entry(1_000, long), entry(1_001)]);
		for (let lines = outbox.take(); lines !== undefined; lines = outbox.take())
			expect(lines.includes(long) ? lines.split('\n').length : lines.length).toBeLessThan(
				2 * USUAL_CHUNK
			);
	});

	it('puts a loss in the place of what is longer than any message', () => {
		const outbox = new Outbox(1e8);
		outbox.push([entry(0, 'x'.repeat(LONGEST_LINE)), entry(1)]);
		expect(takeAll(outbox)).toMatchObject([
			{ kind: 'loss', reason: 'stream', seq: 0, count: 1 },
			{ seq: 1 }
		]);
	});
});
