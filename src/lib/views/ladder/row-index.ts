import type { Row, TimedRow } from '../../ladder/row.ts';
import type { Rows } from '../../ladder/rows.ts';
import type { Sequence } from '../../trace/sequence.ts';

/** The row above that stands for something, passing over a gap. */
export function rowAbove(rows: Sequence<Row>, index: number): TimedRow | undefined {
	for (let above = index - 1; above >= 0; above--) {
		const row = rows.at(above);
		if (row && row.type !== 'gap') return row;
	}
	return undefined;
}

/** From the first to the last of the rows that stand for messages. */
export interface RowRange {
	readonly first: number;
	readonly last: number;
}

/** The rows from one message to another, each by its `seq`; `undefined` where one of them has no row. */
export function rangeOf(
	rows: Pick<Rows, 'indexOf'>,
	messages: { readonly first: number; readonly last: number }
): RowRange | undefined {
	const [first, last] = [rows.indexOf(messages.first), rows.indexOf(messages.last)];
	return first < 0 || last < 0 ? undefined : { first, last };
}
