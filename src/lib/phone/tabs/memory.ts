import type { NewsMessage, Numbered, StateMessage, TabMessage } from './tab-messages.ts';

/** The most news that are kept for late-comers where they cannot be had elsewhere. */
const MOST_ITEMS = 20_000;

/**
 * What a late-comer, or the next real tab, has to know: the last state, and the news that cannot be
 * had elsewhere yet. The worker keeps one, and so does each tab, since a worker may die too.
 */
export class Memory {
	/** The newest that was told. */
	state: StateMessage | undefined;
	#news: NewsMessage | undefined;
	#term = 0;

	/** Of the real tab that was heard last; 0 before the first. */
	get term(): number {
		return this.#term;
	}

	get items(): readonly Numbered[] {
		return this.#news?.items ?? [];
	}

	/** @returns false for what has been overtaken, and must not be shown to anybody */
	note(message: TabMessage): boolean {
		if (message.type === 'bye') this.#forget();
		if (message.type === 'state') return this.#noteState(message);
		if (message.type === 'news') return this.#noteNews(message);
		return true;
	}

	/** As messages, for who comes late. */
	recall(): TabMessage[] {
		return [this.state, this.#news].filter((message) => message !== undefined);
	}

	#noteState(message: StateMessage): boolean {
		if (message.term < this.#term) return false;
		const { term = 0, version = 0 } = this.state ?? {};
		if (message.term === term && message.version <= version) return false;
		this.#term = message.term;
		this.state = message;
		return true;
	}

	#noteNews(message: NewsMessage): boolean {
		if (message.term < this.#term) return false;
		this.#term = message.term;
		const last = this.items.at(-1)?.seq ?? -1;
		const all = [...this.items, ...message.items.filter(({ seq }) => seq > last)];
		// The last one stays, so that it is known how far the counting has come.
		const items = all.filter(({ seq }, at) => seq >= message.keepFrom || at === all.length - 1);
		this.#news = { ...message, items: items.slice(-MOST_ITEMS) };
		return true;
	}

	#forget(): void {
		this.state = undefined;
		this.#news = undefined;
	}
}
