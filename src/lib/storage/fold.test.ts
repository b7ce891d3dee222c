import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPacks } from './fold.ts';
import { PAGE_LENGTH } from './schema.ts';

/** Pages by their lengths. */
function plan(lengths: readonly number[]) {
	const firstSeqs: number[] = [];
	let end = 0;
	for (const length of lengths) {
		firstSeqs.push(end);
		end += length;
	}
	return { firstSeqs, end, packs: planPacks(firstSeqs, end) };
}

const pageLengths = fc.array(fc.integer({ min: 1, max: PAGE_LENGTH }), { maxLength: 100 });

describe('planPacks', () => {
	it('folds pages that fit into one', () => {
		expect(plan([1, 2, 3]).packs).toEqual([{ from: 0, to: 6 }]);
		expect(plan([400, 400, 400, 1]).packs).toEqual([
			{ from: 0, to: 800 },
			{ from: 800, to: 1_201 }
		]);
	});

	it('leaves full pages and a single one alone', () => {
		expect(plan([1_000, 1_000, 7]).packs).toEqual([]);
		expect(plan([]).packs).toEqual([]);
	});

	it('makes no pack longer than a page may be, and leaves no two neighbours that would fit', () => {
		fc.assert(
			fc.property(pageLengths, (lengths) => {
				const { firstSeqs, end, packs } = plan(lengths);
				for (const { from, to } of packs) expect(to - from).toBeLessThanOrEqual(PAGE_LENGTH);
				const inside = (seq: number) => packs.some(({ from, to }) => from < seq && seq < to);
				const left = [...firstSeqs.filter((seq) => !inside(seq)), end];
				left.slice(2).forEach((to, index) => {
					expect(to - (left[index] ?? 0)).toBeGreaterThan(PAGE_LENGTH);
				});
				expect(planPacks(left.slice(0, -1), end)).toEqual([]);
			})
		);
	});
});
