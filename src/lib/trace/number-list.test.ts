import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LongList } from './number-list.ts';

test('holds what was pushed, however long it grows', () => {
	const integers = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 500 });
	fc.assert(
		fc.property(integers, (items) => {
			const list = new LongList();
			items.forEach((item) => list.push(item));
			expect(list.length).toBe(items.length);
			expect([...list.view()]).toEqual(items);
			expect(items.map((_, index) => list.at(index))).toEqual(items);
		})
	);
});

test('what was cut off is gone, and what comes after it takes its place', () => {
	const list = new LongList();
	[1, 2, 3].forEach((item) => list.push(item));
	list.set(1, 7);
	list.cut(2);
	expect([list.length, list.at(1), list.at(2)]).toEqual([2, 7, 0]);
	list.push(9);
	expect([...list.view()]).toEqual([1, 7, 9]);
	list.cut(5);
	expect(list.length).toBe(3);
});
