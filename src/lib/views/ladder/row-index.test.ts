import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../ladder/row.ts';
import { rowAbove, rowIndexOf } from './row-index.ts';

/** Rows with the given seqs; before some of them, but the first, a gap. */
const rowsOf = (seqs: readonly { seq: number; gap: boolean }[]) =>
	seqs.flatMap(({ seq, gap }, index) => [
		...(gap && index > 0 ? [{ type: 'gap' }] : []),
		{ type: 'rung', seq }
	]) as Row[];

const arbitraryRows = fc
	.uniqueArray(fc.record({ seq: fc.nat(300), gap: fc.boolean() }), { selector: ({ seq }) => seq })
	.map((seqs) => rowsOf(seqs.sort((a, b) => a.seq - b.seq)));

test('finds the row of a seq, whatever gaps stand between', () => {
	fc.assert(
		fc.property(arbitraryRows, fc.nat(300), (rows, seq) => {
			const index = rows.findIndex((row) => row.type !== 'gap' && row.seq === seq);
			expect(rowIndexOf(rows, seq)).toBe(index);
		})
	);
});

test('the row above is the one before it that is no gap', () => {
	const [first, gap, second] = rowsOf([
		{ seq: 0, gap: false },
		{ seq: 1, gap: true }
	]);
	const rows = [first, gap, second] as Row[];
	expect(rowAbove(rows, 2)).toBe(first);
	expect(rowAbove(rows, 0)).toBeUndefined();
});
