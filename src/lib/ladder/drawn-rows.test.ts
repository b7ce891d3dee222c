import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../trace/entry.ts';
import { DrawnRows } from './drawn-rows.ts';
import { Folds } from './folds.ts';
import type { Mark } from './row.ts';

const GAP_AFTER = 10;

/** Entries in order of seq, some of them long after the one before. */
const arbitraryEntries = fc
	.array(fc.record({ skipped: fc.nat(3), lapse: fc.constantFrom(0, 9, 10, 1_000, -50) }))
	.map((steps) => {
		let [seq, at] = [-1, 0];
		return steps.map(({ skipped, lapse }): Entry => {
			seq += 1 + skipped;
			at += lapse;
			return { kind: 'loss', reason: 'interrupted', seq, at };
		});
	});

function drawn(entries: readonly Entry[]): DrawnRows {
	const folds = new Folds();
	entries.forEach(() => folds.leaveOut());
	const rows = new DrawnRows(
		{
			entries,
			folds,
			vain: [],
			isShown: () => true,
			isOpen: () => false,
			entry: (place) => ({ type: 'mark', ...entries[place] }) as Mark,
			line: () => undefined,
			missing: () => undefined
		},
		GAP_AFTER
	);
	rows.draw();
	return rows;
}

test('every entry has its row, in order, and finds it', () => {
	fc.assert(
		fc.property(arbitraryEntries, (entries) => {
			const rows = drawn(entries);
			const marks = [...rows].filter((row) => row.type !== 'gap');
			expect(marks.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq));
			for (const { seq } of entries) expect(rows.at(rows.indexOf(seq))).toMatchObject({ seq });
		})
	);
});

test('what is not drawn has no row', () => {
	fc.assert(
		fc.property(arbitraryEntries, fc.nat(300), (entries, seq) => {
			const isDrawn = entries.some((entry) => entry.seq === seq);
			expect(drawn(entries).indexOf(seq) >= 0).toBe(isDrawn);
		})
	);
});

test('a gap stands exactly where nothing was seen for long', () => {
	fc.assert(
		fc.property(arbitraryEntries, (entries) => {
			const lapses = entries.map(({ at }, index) => at - (entries[index - 1]?.at ?? at));
			expect(
				[...drawn(entries)].flatMap((row) => (row.type === 'gap' ? row.duration : []))
			).toEqual(lapses.filter((lapse) => lapse >= GAP_AFTER));
		})
	);
});
