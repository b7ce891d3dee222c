import type { Entry } from '../trace/entry.ts';
import type { Duration } from '../trace/instant.ts';
import { LongList } from '../trace/long-list.ts';
import { gapOf } from './gap.ts';
import type { Mark, Row, Rung } from './row.ts';
import type { Rows } from './rows.ts';

/** Keeps which entries have a row, and where silences are between them; the rows are made on demand. */
export class DrawnRows implements Rows {
	readonly #entries: Entry[] = [];
	/** Of each row, the place of its entry among those; of a gap, the complement of the next one's. */
	readonly #places = new LongList();
	readonly #gapAfter: Duration;
	readonly #rowOf: (entry: Entry) => Rung | Mark | undefined;

	constructor(gapAfter: Duration, rowOf: (entry: Entry) => Rung | Mark | undefined) {
		this.#gapAfter = gapAfter;
		this.#rowOf = rowOf;
	}

	get length(): number {
		return this.#places.length;
	}

	/** Adds the row of the next entry, below a gap where nothing was seen for long. */
	push(entry: Entry): void {
		const place = this.#entries.length;
		const before = this.#entries[place - 1];
		if (before && entry.at - before.at >= this.#gapAfter) this.#places.push(~place);
		this.#places.push(place);
		this.#entries.push(entry);
	}

	at(index: number): Row | undefined {
		if (index < 0 || index >= this.length) return undefined;
		const place = this.#places.at(index);
		return place < 0 ? this.#gapBefore(~place) : this.#rowAt(place);
	}

	indexOf(seq: number): number {
		let low = 0;
		let high = this.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const place = this.#places.at(middle);
			const found = this.#entries[place < 0 ? ~place : place]?.seq ?? Infinity;
			if (found === seq) return place < 0 ? middle + 1 : middle;
			if (found < seq) low = middle + 1;
			else high = middle - 1;
		}
		return -1;
	}

	*[Symbol.iterator](): Iterator<Row> {
		for (let index = 0; index < this.length; index++) {
			const row = this.at(index);
			if (row) yield row;
		}
	}

	#rowAt(place: number): Row | undefined {
		const entry = this.#entries[place];
		return entry && this.#rowOf(entry);
	}

	#gapBefore(place: number): Row | undefined {
		const [before, after] = [this.#entries[place - 1], this.#entries[place]];
		return before && after && gapOf(after.at - before.at);
	}
}
