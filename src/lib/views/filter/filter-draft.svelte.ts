import { type Completion, completed, completionsAt } from '../../query/completion/completions.ts';
import { type KnownValue, MOST_COUNTED, valuesOf } from '../../query/completion/vocabulary.ts';
import type { Key } from '../../query/criterion.ts';
import { isFilterError } from '../../query/filter-error.ts';
import { parseFilter } from '../../query/filter.ts';
import { savedFilters } from '../../state/saved-filters.svelte.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';

/** Milliseconds without a key before the filter is applied: each change is a navigation. */
const PAUSE = 120;

/** A filter that is being written, and what is offered to go on with. */
export class FilterDraft {
	text = $state('');
	/** Where the caret is, in UTF-16 units. */
	caret = $state(0);
	/** Something is offered, as long as there is something to offer. */
	isOpen = $state(false);
	/** The completion that Enter takes; -1 for none. */
	active = $state(-1);

	readonly #workbench: () => Workbench;
	#applied: string | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What the trace had when it had so many messages: it is not counted again at each key. */
	#values: Partial<Record<Key, readonly KnownValue[]>> = {};
	#valuesAt = 0;

	constructor(workbench: () => Workbench) {
		this.#workbench = workbench;
	}

	readonly filter = $derived.by(() => parseFilter(this.text));
	readonly error = $derived(isFilterError(this.filter) ? this.filter : undefined);

	readonly completions = $derived.by(() => {
		if (!this.isOpen) return undefined;
		const valuesOf = (key: Exclude<Key, 'text'>) => this.#valuesOf(key);
		const completions = completionsAt(this.text, this.caret, valuesOf, savedFilters.list);
		return completions.list.length > 0 ? completions : undefined;
	});

	/** How many messages are counted for what is offered, the latest; `undefined` where it is all of them. */
	get counted(): number | undefined {
		const { length } = this.#workbench().surroundings.analysis.messages;
		return length > MOST_COUNTED ? MOST_COUNTED : undefined;
	}

	/** A link, or Back, has changed the filter. */
	follow(): void {
		const { filterText } = this.#workbench();
		if (filterText === this.#applied) return;
		this.#applied = filterText;
		this.text = filterText;
	}

	enter(): void {
		void savedFilters.load();
		this.#values = {};
		this.isOpen = this.text === '';
		this.active = -1;
	}

	leave(): void {
		this.isOpen = false;
		this.apply();
	}

	/** Applied once the typing pauses. */
	write(text: string, caret: number): void {
		this.text = text;
		this.isOpen = true;
		this.moveTo(caret);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.apply(), PAUSE);
	}

	moveTo(caret: number): void {
		if (caret !== this.caret) this.active = -1;
		this.caret = caret;
	}

	apply(): void {
		clearTimeout(this.#timer);
		if (this.text === this.#applied) return;
		this.#applied = this.text;
		this.#workbench().setFilter(this.text);
	}

	/** Goes through the completions, round and round; none is active between last and first. */
	walk(by: 1 | -1): void {
		this.isOpen = true;
		const count = this.completions?.list.length ?? 0;
		const places = count + 1;
		this.active = ((this.active + 1 + by + places) % places) - 1;
	}

	/** Returns where the caret is to be. */
	take(completion: Completion): number {
		if (!this.completions) return this.caret;
		const { text, caret } = completed(this.text, this.completions, completion);
		this.active = -1;
		this.write(text, caret);
		// After a key its values are offered; a value is complete.
		this.isOpen = completion.text.endsWith(':');
		return caret;
	}

	/** Puts what was likely meant in the place of what is wrong; returns where the caret is to be. */
	mend(): number {
		const { offset = 0, length = 0, suggestion = '' } = this.error ?? {};
		const before = this.text.slice(0, offset) + suggestion;
		this.write(before + this.text.slice(offset + length), before.length);
		return before.length;
	}

	#valuesOf(key: Exclude<Key, 'text'>): readonly KnownValue[] {
		const { surroundings } = this.#workbench();
		const { length } = surroundings.analysis.messages;
		if (length !== this.#valuesAt) this.#values = {};
		this.#valuesAt = length;
		return (this.#values[key] ??= valuesOf(key, surroundings));
	}
}
