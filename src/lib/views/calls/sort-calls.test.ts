import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sorted } from './sort-calls.ts';

const items = fc.array(fc.record({ value: fc.option(fc.integer(), { nil: undefined }) }));

test('in order, either way round, with what has no value last; equal ones stay as they were', () => {
	fc.assert(
		fc.property(items, fc.boolean(), (list, descending) => {
			const result = sorted(list, ({ value }) => value, descending);
			expect(new Set(result)).toEqual(new Set(list));
			expect(result).toHaveLength(list.length);
			result.slice(1).forEach((item, index) => {
				const before = result[index];
				if (before?.value === item.value)
					expect(list.indexOf(item)).toBeGreaterThan(list.indexOf(before ?? item));
				else if (item.value !== undefined)
					expect((before?.value ?? NaN) < item.value).toBe(!descending);
			});
		})
	);
});

test('numbers within texts count by their size', () => {
	expect(sorted(['101', '99', '+1650', 'conf_2', 'conf_10'], (text) => text, false)).toEqual([
		'+1650',
		'99',
		'101',
		'conf_2',
		'conf_10'
	]);
});
