import type { Mark, Row, Rung } from '../../ladder/row.ts';
import type { Sequence } from '../../trace/sequence.ts';

/** The message or mark above a row, passing over a gap. */
export function rowAbove(rows: Sequence<Row>, index: number): Rung | Mark | undefined {
	for (let above = index - 1; above >= 0; above--) {
		const row = rows.at(above);
		if (row && row.type !== 'gap') return row;
	}
	return undefined;
}
