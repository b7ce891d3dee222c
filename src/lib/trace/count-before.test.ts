import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBefore } from './count-before.ts';

test('counts what is before, in few steps', () => {
	const lists = fc
		.array(fc.integer({ min: 0, max: 40 }))
		.map((list) => list.toSorted((a, b) => a - b));
	fc.assert(
		fc.property(lists, fc.integer({ min: -1, max: 41 }), (list, sought) => {
			let asked = 0;
			const count = countBefore(list.length, (index) => {
				asked++;
				return (list[index] ?? Infinity) < sought;
			});
			expect(count).toBe(list.filter((item) => item < sought).length);
			expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(list.length + 1)));
		})
	);
});
