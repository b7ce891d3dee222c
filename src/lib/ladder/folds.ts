import { LongList } from '../trace/number-list.ts';
import { type FoldKind, hasOwnLine } from './fold.ts';

/** Messages that are drawn as one, each by its place in the order of observation. */
export interface Fold {
	readonly kind: FoldKind;
	readonly head: number;
	/** The last so far, and the last before its latest exchange. */
	last: number;
	lastBefore: number;
	/** How many messages it has, and how many exchanges they are. */
	count: number;
	exchanges: number;
	/** The place that made it a fold: that of its head, or of what repeats its head. */
	readonly madeBy: number;
}

/** Tells of each place to which fold it belongs. */
export class Folds {
	readonly #list: Fold[] = [];
	/** By place: 0 for none; else twice one more than the index of its fold, and 1 where an exchange begins. */
	readonly #byPlace = new LongList();

	/** By kind, how many messages have no row while all are closed. */
	readonly hidden: Record<FoldKind, number> = {
		refresh: 0,
		'keep-alive': 0,
		challenge: 0,
		retransmission: 0
	};

	/** How many places are told of. */
	get length(): number {
		return this.#byPlace.length;
	}

	at(place: number): Fold | undefined {
		return this.#list[(this.#byPlace.at(place) >> 1) - 1];
	}

	/** The next place belongs to none. */
	leaveOut(): void {
		this.#byPlace.push(0);
	}

	/** Begins one with the next place, or with one before it that belongs to none. */
	begin(kind: FoldKind, head = this.length): Fold {
		const { length: madeBy } = this;
		const fold = { kind, head, last: head, lastBefore: head, count: 1, exchanges: 1, madeBy };
		const item = 2 * this.#list.push(fold) + 1;
		if (hasOwnLine(kind)) this.hidden[kind]++;
		if (head === madeBy) this.#byPlace.push(item);
		else this.#byPlace.set(head, item);
		return fold;
	}

	/** The next place belongs to a fold. */
	join(fold: Fold, beginsExchange: boolean): void {
		if (beginsExchange) {
			fold.exchanges++;
			fold.lastBefore = fold.last;
		}
		fold.count++;
		this.hidden[fold.kind]++;
		fold.last = this.length;
		const item = this.#byPlace.at(fold.head) | 1;
		this.#byPlace.push(beginsExchange ? item : item - 1);
	}

	/** Forgets the places from one on. What remains of an exchange is expected to come again. */
	cut(from: number): void {
		for (let place = this.length - 1; place >= from; place--) this.#leave(place);
		this.#byPlace.cut(from);
		for (let fold = this.#list.at(-1); fold && fold.madeBy >= from; fold = this.#list.at(-1)) {
			this.#list.pop();
			if (hasOwnLine(fold.kind)) this.hidden[fold.kind]--;
			if (fold.head < from) this.#byPlace.set(fold.head, 0);
		}
	}

	#leave(place: number): void {
		const fold = this.at(place);
		if (fold === undefined || fold.head === place) return;
		fold.count--;
		this.hidden[fold.kind]--;
		if ((this.#byPlace.at(place) & 1) === 0) return;
		fold.exchanges--;
		fold.last = fold.lastBefore;
	}
}
