import type { SeenMessage } from '../analysis/seen-message.ts';
import { judge } from '../query/columns/judge.ts';
import type { MessageColumns } from '../query/columns/message-columns.ts';
import { MAYBE, NO, type Verdicts, YES } from '../query/columns/verdict.ts';
import type { Surroundings } from '../query/conditions/condition.ts';
import type { Filter } from '../query/filter.ts';
import type { Entry } from '../trace/entry.ts';
import { LongList } from '../trace/number-list.ts';
import type { Sequence } from '../trace/sequence.ts';
import type { Slice } from './slice.ts';

/** So many messages are looked up in the columns at once. */
const RANGE = 50_000;
/** Messages that are read between two looks at the clock. */
const STEP = 32;

/** What a filter leaves of messages: columns tell most at once, and texts are searched bit by bit. */
export class Matching {
	/** What was found so far. */
	readonly list: Sequence<SeenMessage>;
	readonly entries: Sequence<Entry>;
	/** Places among all messages, of those that were found. */
	readonly found = new LongList();
	/** Whoever looks has seen enough. */
	stopped = false;
	readonly #all: readonly SeenMessage[];
	readonly #filter: Filter;
	/** Of all messages; `undefined` where each is asked. */
	readonly #columns: MessageColumns | undefined;
	#tested = 0;
	#verdicts: Verdicts = new Uint8Array(0);
	#judgedFrom = 0;

	constructor(
		all: readonly SeenMessage[],
		filter: Filter,
		columns: MessageColumns | undefined = undefined
	) {
		this.#all = all;
		this.#filter = filter;
		this.#columns = columns;
		this.list = pick(this.found, (place) => all[place]);
		this.entries = pick(this.found, (place) => all[place]?.entry);
	}

	/** How many messages have been looked at. */
	get tested(): number {
		return this.#tested;
	}

	/** There are more to be looked at, and someone waits for that. */
	get searching(): boolean {
		return this.#tested < this.#all.length && !this.stopped;
	}

	/** Looks at more of them, until the slice is over or all are done. */
	searchOn(surroundings: Surroundings, slice: Slice): void {
		while (this.searching) {
			this.#judgeMore(surroundings);
			const end = this.#judgedFrom + this.#verdicts.length;
			for (let asked = 0; this.#tested < end; this.#tested++) {
				const verdict = this.#verdicts[this.#tested - this.#judgedFrom] ?? NO;
				if (verdict === MAYBE && ++asked % STEP === 0 && slice.over) return;
				if (verdict === YES || (verdict === MAYBE && this.#asks(surroundings)))
					this.found.push(this.#tested);
			}
			if (slice.over) return;
		}
	}

	/** Asks the columns of the next messages, where it has not yet. */
	#judgeMore(surroundings: Surroundings): void {
		if (this.#tested < this.#judgedFrom + this.#verdicts.length) return;
		const from = this.#tested;
		const to = Math.min(this.#all.length, from + RANGE);
		this.#judgedFrom = from;
		this.#verdicts = this.#columns
			? judge(this.#filter.expression, this.#columns, { from, to }, surroundings)
			: new Uint8Array(to - from).fill(MAYBE);
	}

	#asks(surroundings: Surroundings): boolean {
		const message = this.#all[this.#tested];
		return message !== undefined && this.#filter.condition(message, surroundings);
	}
}

function pick<T>(places: LongList, find: (place: number) => T | undefined): Sequence<T> {
	return {
		get length() {
			return places.length;
		},
		at: (index) => (index < 0 || index >= places.length ? undefined : find(places.at(index))),
		*[Symbol.iterator]() {
			for (const place of places.view()) {
				const one = find(place);
				if (one !== undefined) yield one;
			}
		}
	};
}
