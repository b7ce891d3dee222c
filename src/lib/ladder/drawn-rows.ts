import type { Entry } from '../trace/entry.ts';
import type { Duration, Instant } from '../trace/instant.ts';
import { LongList } from '../trace/number-list.ts';
import { hasOwnLine } from './fold.ts';
import type { Fold, Folds } from './folds.ts';
import { gapOf } from './gap.ts';
import type { FoldLine, Mark, Missing, Row, Rung } from './row.ts';
import type { Rows } from './rows.ts';
import { placeOf } from './place-of.ts';
import type { Vain } from './waiting.ts';
import { countBefore } from '../trace/count-before.ts';

/** What waited in vain, and before which place that was known. */
export interface VainAt extends Vain {
	readonly place: number;
}

/** Makes the rows that are looked at, of what is laid out. */
export interface RowMaker {
	/** Entries, in order of seq; a place is an index of them. */
	readonly entries: readonly Entry[];
	readonly folds: Folds;
	/** In order of their places. */
	readonly vain: readonly VainAt[];
	/** Whether an entry's lane is shown. */
	isShown(entry: Entry): boolean;
	/** Whether the messages of a fold are drawn below its head. */
	isOpen(fold: Fold): boolean;
	entry(place: number): Rung | Mark | undefined;
	line(fold: Fold): FoldLine | undefined;
	missing(vain: Vain): Missing | undefined;
}

/** What an item of the list stands for, in its two lowest bits; the others tell which one. */
const ENTRY = 0;
const LINE = 1;
const MISSING = 2;
const GAP = 3;

/**
 * Which rows there are: of entries, of folds, of what is missing, and of the silences between them.
 * Keeps four bytes a row; the rows themselves are made when they are looked at.
 */
export class DrawnRows implements Rows {
	readonly #of: RowMaker;
	readonly #gapAfter: Duration;
	readonly #items = new LongList();
	readonly #gaps: Duration[] = [];
	/** How many places are drawn, and how many of `vain`. */
	#places = 0;
	#vain = 0;
	/** Of how many of those places the lanes are hidden. */
	#unseen = 0;
	/** The place of the last row, -1 where it is of none, and when what it stands for was over. */
	#last = -1;
	#until: Instant | undefined;

	constructor(of: RowMaker, gapAfter: Duration) {
		this.#of = of;
		this.#gapAfter = gapAfter;
	}

	get length(): number {
		return this.#items.length;
	}

	/** How many entries no row stands for, because their lanes are hidden. */
	get unseen(): number {
		return this.#unseen;
	}

	/** Draws what has been laid out since. */
	draw(): void {
		const { entries } = this.#of;
		for (; this.#places < entries.length; this.#places++) {
			this.#drawVain(this.#places);
			this.#drawPlace(this.#places);
		}
		this.#drawVain(entries.length);
	}

	/** Leaves the rows of the places before one. */
	cut(from: number): void {
		let length = this.length;
		while (length > 0 && this.#placeAt(length - 1) >= from) {
			length--;
			if ((this.#items.at(length) & 3) === GAP) this.#gaps.pop();
		}
		this.#items.cut(length);
		while ((this.#of.vain[this.#vain - 1]?.place ?? -1) >= from) this.#vain--;
		for (; this.#places > from; this.#places--) {
			const entry = this.#of.entries[this.#places - 1];
			if (entry && !this.#of.isShown(entry)) this.#unseen--;
		}
		this.#goOnBelow(length - 1);
	}

	/** Draws all anew. */
	redraw(): void {
		this.cut(0);
		this.#unseen = 0;
		this.draw();
	}

	at(index: number): Row | undefined {
		if (index < 0 || index >= this.length) return undefined;
		const item = this.#items.at(index);
		const which = item >> 2;
		switch (item & 3) {
			case ENTRY:
				return this.#of.entry(which);
			case LINE:
				return this.#lineAt(which);
			case MISSING:
				return this.#missingAt(which);
			default:
				return gapOf(this.#gaps[which] ?? 0);
		}
	}

	indexOf(seq: number): number {
		const place = this.placeOf(seq);
		if (place < 0) return -1;
		const fold = this.#of.folds.at(place);
		const isHidden = fold && isFolded(place, fold) && !this.#of.isOpen(fold);
		return this.#rowOf(isHidden ? fold.head : place);
	}

	/** Where an entry is among those laid out; -1 where it is not. */
	placeOf(seq: number): number {
		return placeOf(this.#of.entries, seq);
	}

	*[Symbol.iterator](): Iterator<Row> {
		for (let index = 0; index < this.length; index++) {
			const row = this.at(index);
			if (row) yield row;
		}
	}

	/** The last row of a place; -1 where it has none. An open fold's head has a line and a row. */
	#rowOf(place: number): number {
		const count = countBefore(this.length, (row) => this.#placeAt(row) <= place);
		const item = this.#items.at(count - 1);
		return count > 0 && item >> 2 === place && (item & 3) <= LINE ? count - 1 : -1;
	}

	/** The place of a row; a gap, and what is missing, has that of what comes after it. */
	#placeAt(index: number): number {
		const item = this.#items.at(index);
		if ((item & 3) === GAP) return this.#placeAt(index + 1);
		return (item & 3) === MISSING ? (this.#of.vain[item >> 2]?.place ?? 0) : item >> 2;
	}

	#drawVain(place: number): void {
		const { vain } = this.#of;
		for (; this.#vain < vain.length; this.#vain++) {
			const next = vain[this.#vain];
			if (next === undefined || next.place > place) return;
			if (!this.#of.isShown(next.message.entry)) continue;
			this.#push(next.at, -1, 4 * this.#vain + MISSING);
		}
	}

	#drawPlace(place: number): void {
		const { entries, folds } = this.#of;
		const entry = entries[place];
		if (entry === undefined) return;
		if (!this.#of.isShown(entry)) {
			this.#unseen++;
			return;
		}
		const fold = folds.at(place);
		const hasLine = place === fold?.head && hasOwnLine(fold.kind);
		if (hasLine) this.#push(entry.at, place, 4 * place + LINE);
		if (fold && isFolded(place, fold) && !this.#of.isOpen(fold)) {
			if (fold.head === this.#last) this.#until = entry.at;
		} else {
			this.#push(entry.at, place, 4 * place + ENTRY);
		}
	}

	#push(at: Instant, place: number, item: number): void {
		if (this.#until !== undefined && at - this.#until >= this.#gapAfter) {
			this.#items.push(4 * this.#gaps.length + GAP);
			this.#gaps.push(at - this.#until);
		}
		this.#items.push(item);
		this.#last = place;
		this.#until = at;
	}

	#goOnBelow(index: number): void {
		const item = this.#items.at(index);
		const isMissing = (item & 3) === MISSING;
		this.#last = index < 0 || isMissing ? -1 : item >> 2;
		if (index < 0) this.#until = undefined;
		else if (isMissing) this.#until = this.#of.vain[item >> 2]?.at;
		else this.#until = this.#of.entries[this.#lastOf(item >> 2)]?.at;
	}

	/** Of what is drawn, the last place that the row of a place stands for. */
	#lastOf(head: number): number {
		const { folds } = this.#of;
		const fold = folds.at(head);
		if (fold?.head !== head || this.#of.isOpen(fold)) return head;
		let place = this.#places - 1;
		while (place > head && folds.at(place) !== fold) place--;
		return place;
	}

	#lineAt(place: number): FoldLine | undefined {
		const fold = this.#of.folds.at(place);
		return fold && this.#of.line(fold);
	}

	#missingAt(which: number): Missing | undefined {
		const vain = this.#of.vain[which];
		return vain && this.#of.missing(vain);
	}
}

/** Whether a place of a fold has no row while the fold is closed. */
function isFolded(place: number, { head, kind }: Fold): boolean {
	return place !== head || hasOwnLine(kind);
}
