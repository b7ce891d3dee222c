import type { Row } from '../../ladder/row.ts';

/** Where the row of an entry is among rows in order of `seq`; -1 where it is not drawn. */
export function rowIndexOf(rows: readonly Row[], seq: number): number {
	let low = 0;
	let high = rows.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		// A gap has no seq; it stands before the row that has.
		const index = rows[middle]?.type === 'gap' ? middle + 1 : middle;
		const row = rows[index];
		const found = row && row.type !== 'gap' ? row.seq : Infinity;
		if (found === seq) return index;
		if (found < seq) low = index + 1;
		else high = middle - 1;
	}
	return -1;
}

/** The message or mark above a row, passing over a gap. */
export function rowAbove(
	rows: readonly Row[],
	index: number
): Exclude<Row, { type: 'gap' }> | undefined {
	for (let above = index - 1; above >= 0; above--) {
		const row = rows[above];
		if (row && row.type !== 'gap') return row;
	}
	return undefined;
}
