import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Memory } from './memory.ts';
import { messageOf, type TabMessage } from './tab-messages.ts';

const tab = { id: 'a', number: 1 };
const state = (term: number, version: number) =>
	messageOf(tab, { type: 'state', term, version, state: `${term}.${version}` });
const news = (term: number, seqs: number[], keepFrom = 0) =>
	messageOf(tab, { type: 'news', term, items: seqs.map((seq) => ({ seq })), keepFrom });

test('the newest state is kept, and what it overtook is refused, in whatever order they come', () => {
	const arrival = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
	fc.assert(
		fc.property(fc.array(arrival), (arrivals) => {
			const memory = new Memory();
			let newest = 0;
			for (const [term, version] of arrivals) {
				const age = term * 10 + version;
				expect(memory.note(state(term, version))).toBe(age > newest);
				newest = Math.max(newest, age);
			}
			expect(memory.state?.state).toBe(
				newest ? `${Math.floor(newest / 10)}.${newest % 10}` : undefined
			);
		})
	);
});

test('a new real tab begins with version 1', () => {
	const memory = new Memory();
	memory.note(state(1, 500));
	expect(memory.note(state(2, 1))).toBe(true);
	expect(memory.note(state(1, 501))).toBe(false);
});

test('news are kept once, as long as they cannot be had elsewhere, and the last in any case', () => {
	const memory = new Memory();
	const kept = () => memory.items.map(({ seq }) => seq);
	memory.note(news(1, [0, 1, 2]));
	memory.note(news(1, [2, 3]));
	expect(kept()).toEqual([0, 1, 2, 3]);
	memory.note(news(1, [4], 3));
	expect(kept()).toEqual([3, 4]);
	memory.note(news(1, [5], 6));
	expect(kept()).toEqual([5]);
});

test('news of a tab that is real no more are refused', () => {
	const memory = new Memory();
	memory.note(news(2, [7]));
	expect(memory.note(news(1, [7, 8]))).toBe(false);
	expect(memory.recall()).toEqual([news(2, [7])]);
});

test('nothing is recalled once the last tab has gone', () => {
	const memory = new Memory();
	const messages: TabMessage[] = [state(1, 1), news(1, [0]), messageOf(tab, { type: 'bye' })];
	for (const message of messages) memory.note(message);
	expect(memory.recall()).toEqual([]);
});
