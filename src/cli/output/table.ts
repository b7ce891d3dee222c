import { onOneLine } from '../../lib/ladder/row-words.ts';
import type { Look, Paint } from './style.ts';

export interface Column<Item> {
	readonly title: string;
	/** Numbers stand at the right. */
	readonly right?: true;
	cell(item: Item): string;
	look?(item: Item): Look | undefined;
}

/** So many rows share their widths; later ones only make a column wider. */
const BLOCK = 1_000;
const BETWEEN = '  ';

/**
 * Rows below their columns' titles, line by line; none where there are no rows. What a terminal has no
 * room for is cut off at its right.
 *
 * @param room characters of a line; `Infinity` where nothing is cut.
 */
export function* tableLines<Item>(
	columns: readonly Column<Item>[],
	items: Iterable<Item>,
	paint: Paint,
	room: number
): Generator<string> {
	const table = new Table(columns, paint, room);
	let block: Item[] = [];
	for (const item of items) {
		block.push(item);
		if (block.length < BLOCK) continue;
		yield* table.lines(block);
		block = [];
	}
	if (block.length > 0) yield* table.lines(block);
}

class Table<Item> {
	readonly #columns: readonly Column<Item>[];
	readonly #paint: Paint;
	readonly #room: number;
	readonly #widths: number[];
	#begun = false;

	constructor(columns: readonly Column<Item>[], paint: Paint, room: number) {
		this.#columns = columns;
		this.#paint = paint;
		this.#room = room;
		this.#widths = columns.map(({ title }) => title.length);
	}

	*lines(items: readonly Item[]): Generator<string> {
		const rows = items.map((item) => this.#columns.map((column) => onOneLine(column.cell(item))));
		for (const row of rows) row.forEach((cell, at) => this.#widen(at, [...cell].length));
		if (!this.#begun) {
			this.#begun = true;
			const titles = this.#columns.map(({ title }) => title);
			yield this.#line(titles, () => 'title');
		}
		for (const [index, row] of rows.entries()) {
			const item = items[index] as Item;
			yield this.#line(row, (at) => this.#columns[at]?.look?.(item));
		}
	}

	#widen(column: number, width: number): void {
		this.#widths[column] = Math.max(this.#widths[column] ?? 0, width);
	}

	#line(cells: readonly string[], lookOf: (column: number) => Look | undefined): string {
		let left = this.#room;
		const parts = cells.map((cell, at) => {
			const width = this.#widths[at] ?? 0;
			const last = at === cells.length - 1;
			const gap = ' '.repeat(width - [...cell].length);
			const padded = this.#columns[at]?.right ? gap + cell : last ? cell : cell + gap;
			const shown = cut(padded, left);
			left -= width + BETWEEN.length;
			return this.#paint(shown, lookOf(at));
		});
		return `${parts
			.filter((part, at) => at === 0 || part !== '')
			.join(BETWEEN)
			.trimEnd()}\n`;
	}
}

function cut(text: string, room: number): string {
	if (room <= 0) return '';
	const characters = [...text];
	return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`;
}
