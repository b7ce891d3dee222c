import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Key } from '../query/criterion.ts';
import { termsOf } from '../query/expression.ts';
import type { Filter } from '../query/filter.ts';
import { Matching } from './matching.ts';
import type { OpenTrace } from './open-trace.svelte.ts';
import { nextSlice, Slice } from './slice.ts';

/** A matching holds as long as these are the same; `grounds` are what its answers rest on. */
interface Search {
	all: readonly SeenMessage[];
	filter: Filter;
	grounds: readonly unknown[];
	matching: Matching;
}

/** Looks for what filters ask for in a trace, in slices between frames, and goes on as messages come. */
export class Searches {
	readonly #trace: OpenTrace;
	/** In the whole trace, and in the conversation that was looked at last. */
	readonly #searches: { whole?: Search; part?: Search } = {};
	/** Counts the slices after the first. */
	#slices = $state(0);
	#waiting = false;

	constructor(trace: OpenTrace) {
		this.#trace = trace;
	}

	/** What a filter leaves of messages, as far as they have been searched. Subscribes. */
	of(all: readonly SeenMessage[], filter: Filter): Matching {
		void this.#slices;
		void this.#trace.version;
		const { analysis, columns } = this.#trace;
		const isWhole = all === analysis.messages;
		const place = isWhole ? 'whole' : 'part';
		const grounds = this.#groundsOf(filter);
		let search = this.#searches[place];
		if (search?.all !== all || search.filter !== filter || !areSame(search.grounds, grounds)) {
			const matching = new Matching(all, filter, isWhole ? columns : undefined);
			search = { all, filter, grounds, matching };
			this.#searches[place] = search;
		}
		this.#searchOn(search.matching);
		return search.matching;
	}

	/** Ends what goes on; what was found stays. */
	stop(): void {
		for (const search of Object.values(this.#searches)) search.matching.stopped = true;
		this.#slices++;
	}

	#searchOn(matching: Matching): void {
		const { analysis, entries, header } = this.#trace;
		const startedAt = entries[0]?.at ?? header.createdAt;
		const findingsAt = (seq: number) => this.#trace.findings.at(seq);
		matching.searchOn({ analysis, findingsAt, startedAt }, new Slice());
		if (!matching.searching || this.#waiting) return;
		this.#waiting = true;
		void nextSlice().then(() => {
			this.#waiting = false;
			this.#slices++;
		});
	}

	/** Whatever, without being a message, may change the answer for messages that were tested. */
	#groundsOf({ expression, asksFindings }: Filter): readonly unknown[] {
		const { analysis } = this.#trace;
		const asks = (...keys: readonly Key[]) =>
			termsOf(expression).some(({ criterion }) => keys.includes(criterion.key));
		const asksCalls = asks('call', 'conversation');
		const asksNames = asks('phone', 'instance');
		return [
			asksCalls && analysis.calls.length,
			asksCalls && analysis.conversations.length,
			asksNames && analysis.namings,
			asksFindings && this.#trace.findings
		];
	}
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
	return some.every((one, index) => one === others[index]);
}
