import type { DrawnMark, DrawnRow, DrawnSpan } from './layout.ts';

/** What can be pointed at, by mouse or key. */
export type TimelineItem = (DrawnSpan | DrawnMark) & {
	/** The same as long as the same is drawn. */
	id: string;
	row: number;
	words: string;
	seq?: number;
};

/** All that can be pointed at, row by row, each from left to right. */
export function itemsOf(rows: readonly DrawnRow[]): TimelineItem[] {
	const ids = new Set<string>();
	return rows.flatMap(({ row, spans, marks }, index) =>
		[
			...spans.map((one) => spanItem(one, row.id, index)),
			...marks.map((one) => markItem(one, row.id, index))
		]
			.sort((a, b) => a.x - b.x)
			.map((item) => ({ ...item, id: unused(item.id, ids) }))
	);
}

/** Two sockets may be opened, and two things happen, at the same instant. */
function unused(id: string, ids: Set<string>): string {
	const free = ids.has(id) ? unused(`${id} too`, ids) : id;
	ids.add(free);
	return free;
}

function spanItem(drawn: DrawnSpan, row: string, index: number): TimelineItem {
	const { span, count } = drawn;
	const words = count === 1 ? span.words : `${span.words}, and ${count - 1} more`;
	return { ...drawn, id: `${row} ${span.track} ${span.from}`, row: index, words, seq: span.seq };
}

function markItem(drawn: DrawnMark, row: string, index: number): TimelineItem {
	const { mark, count } = drawn;
	const words = count === 1 ? mark.words : `${count} ${mark.many} · ${mark.words}`;
	return { ...drawn, id: `${row} mark ${mark.at}`, row: index, words, seq: mark.seq };
}

/** What a key leads to from an item: along its row, or to the nearest of another row. */
export function itemAfter(
	items: readonly TimelineItem[],
	from: TimelineItem | undefined,
	key: string
): TimelineItem | undefined {
	if (from === undefined) return items.at(-1);
	const row = items.filter((one) => one.row === from.row);
	const place = row.findIndex(({ id }) => id === from.id);
	switch (key) {
		case 'ArrowRight':
			return row[place + 1];
		case 'ArrowLeft':
			return row[place - 1];
		case 'Home':
			return row[0];
		case 'End':
			return row.at(-1);
		case 'ArrowDown':
			return nearestIn(
				items.filter((one) => one.row > from.row),
				from.x,
				Math.min
			);
		case 'ArrowUp':
			return nearestIn(
				items.filter((one) => one.row < from.row),
				from.x,
				Math.max
			);
		default:
			return undefined;
	}
}

function nearestIn(
	items: readonly TimelineItem[],
	x: number,
	choose: (...rows: number[]) => number
): TimelineItem | undefined {
	const row = items
		.map((one) => one.row)
		.reduce((one, other) => choose(one, other), items[0]?.row ?? 0);
	return items
		.filter((one) => one.row === row)
		.reduce<TimelineItem | undefined>(
			(best, one) => (best && Math.abs(best.x - x) <= Math.abs(one.x - x) ? best : one),
			undefined
		);
}
