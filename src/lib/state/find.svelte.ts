import type { SeenMessage } from '../analysis/seen-message.ts';
import { isFilterError } from '../query/filter-error.ts';
import { findWithin, type Found, foundIn, textMatchOf } from '../query/find-query.ts';
import type { Sequence } from '../trace/sequence.ts';
import type { Matching } from './matching.ts';
import { Searches } from './searches.svelte.ts';
import type { Workbench } from './workbench.svelte.ts';
import { countBefore } from '../trace/count-before.ts';

const NONE: readonly Found[] = [];

/**
 * Text that is found within what is shown. A filter leaves messages out; this leaves all where they are,
 * says which have it, and goes from one to the next, as browsers and Wireshark do.
 */
export class Find {
	isOpen = $state(false);
	text = $state('');
	isPattern = $state(false);
	matchCase = $state(false);

	readonly #workbench: Workbench;
	readonly #searches: Searches;

	constructor(workbench: Workbench) {
		this.#workbench = workbench;
		this.#searches = new Searches(workbench.trace);
	}

	readonly #match = $derived.by(() =>
		this.isOpen && this.text !== '' ? textMatchOf(this) : undefined
	);

	/** What is wrong with the regular expression. */
	readonly error = $derived(typeof this.#match === 'string' ? this.#match : undefined);

	readonly #filter = $derived.by(() => {
		const match = this.#match;
		if (match === undefined || typeof match === 'string') return undefined;
		const { filter } = this.#workbench;
		return findWithin(isFilterError(filter) ? undefined : filter, match);
	});

	readonly #matching: { readonly of: Matching } | undefined = $derived.by(() => {
		if (!this.#filter) return undefined;
		const { trace, conversation } = this.#workbench;
		const all = conversation?.messages ?? trace.analysis.messages;
		return { of: this.#searches.of(all, this.#filter) };
	});

	/** The messages that have it, as far as they have been searched; `undefined` where nothing is looked for. */
	readonly hits: { readonly list: Sequence<SeenMessage> } | undefined = $derived.by(
		() => this.#matching && { list: this.#matching.of.list }
	);

	readonly searching: boolean = $derived(this.#matching?.of.searching ?? false);

	/** The selected message's place among the hits; -1 where it is none. */
	readonly position: number = $derived.by(() => {
		const seq = this.#workbench.selected?.entry.seq;
		return seq !== undefined && this.hasHit(seq) ? this.#placeOf(seq) : -1;
	});

	hasHit(seq: number): boolean {
		return this.nextHit(seq) === seq;
	}

	/** The `seq` of the first hit from one on. */
	nextHit(seq: number): number | undefined {
		return this.hits?.list.at(this.#placeOf(seq))?.entry.seq;
	}

	/** Where it is in the text of a message. */
	foundIn(text: string): readonly Found[] {
		const match = this.#match;
		return match === undefined || typeof match === 'string' ? NONE : foundIn(text, match);
	}

	/** Selects the next hit, or the one before, round and round. */
	go(direction: 'next' | 'previous'): void {
		const count = this.hits?.list.length ?? 0;
		if (count === 0) return;
		const seq = this.#workbench.selected?.entry.seq ?? (direction === 'next' ? -1 : Infinity);
		const place = this.#placeOf(seq);
		const next = direction === 'previous' ? place - 1 : this.hasHit(seq) ? place + 1 : place;
		const hit = this.hits?.list.at((next + count) % count);
		if (hit) this.#workbench.select(hit.entry.seq);
	}

	/** How many hits are before that `seq`. */
	#placeOf(seq: number): number {
		const list = this.hits?.list;
		return countBefore(list?.length ?? 0, (at) => (list?.at(at)?.entry.seq ?? Infinity) < seq);
	}
}
