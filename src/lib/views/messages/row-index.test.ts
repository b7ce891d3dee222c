import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { indexOfSeq } from './row-index.ts';

test('finds what is there and nothing else', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat(200)), fc.nat(200), (seqs, wanted) => {
			const sorted = seqs.sort((a, b) => a - b);
			const list = sorted.map((seq) => ({ entry: { seq } })) as SeenMessage[];
			expect(indexOfSeq(list, wanted)).toBe(sorted.indexOf(wanted));
		})
	);
});
