import { beforeEach, expect, test } from 'vitest';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import { Outbox } from './outbox.ts';

let clock: VirtualClock;
let sent: string[];
let faults: unknown[];
let outbox: Outbox;

beforeEach(() => {
	clock = new VirtualClock();
	sent = [];
	faults = [];
	outbox = new Outbox({
		pace: () => 50,
		schedule: clock.schedule,
		send: (text) => sent.push(text),
		fault: (error) => faults.push(error)
	});
});

test('frames leave in order, each a pause after the one before, also behind a slow one', async () => {
	void outbox.push(
		() => new Promise<string>((resolve) => void clock.schedule(500, () => resolve('slow')))
	);
	void outbox.push(() => 'quick');
	await clock.advance(549);
	expect(sent).toEqual([]);
	await clock.advance(1);
	expect(sent).toEqual(['slow']);
	await clock.advance(50);
	expect(sent).toEqual(['slow', 'quick']);
});

test('what is no longer wanted is dropped when its turn comes', async () => {
	void outbox.push(() => undefined);
	void outbox.push(() => 'wanted');
	await clock.advance(100);
	expect(sent).toEqual(['wanted']);
});

test('a frame that cannot be composed does not stop the next', async () => {
	const error = new Error('a bug');
	void outbox.push(() => {
		throw error;
	});
	void outbox.push(() => 'next');
	await clock.advance(100);
	expect([sent, faults]).toEqual([['next'], [error]]);
});

test('a flood is answered without pauses, in order', async () => {
	const flood = Array.from({ length: 1000 }, (_, at) => String(at));
	for (const text of flood) void outbox.push(() => text);
	await clock.advance(1000);
	expect(sent).toEqual(flood);
});

test('a closed connection is sent nothing', async () => {
	void outbox.push(() => 'too late');
	outbox.close();
	await clock.advance(1000);
	expect(sent).toEqual([]);
	expect(clock.pending).toBe(0);
});
