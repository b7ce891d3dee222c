import type { Row, TimedRow } from '../../ladder/row.ts';
import type { Sequence } from '../../trace/sequence.ts';

/** The row above that stands for something, passing over a gap. */
export function rowAbove(rows: Sequence<Row>, index: number): TimedRow | undefined {
	for (let above = index - 1; above >= 0; above--) {
		const row = rows.at(above);
		if (row && row.type !== 'gap') return row;
	}
	return undefined;
}
