import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LongList } from './long-list.ts';

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
