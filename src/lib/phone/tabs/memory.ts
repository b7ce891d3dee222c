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
	/** The last news; its items are kept apart, from `#first` on. */
	#news: NewsMessage | undefined;
	#items: Numbered[] = [];
	#first = 0;
	#term = 0;

	/** Of the real tab that was heard last; 0 before the first. */
	get term(): number {
		return this.#term;
	}

	get items(): Numbered[] {
		return this.#items.slice(this.#first);
	}

	/** @returns false for what has been overtaken, or is known, and must not be shown to anybody */
	note(message: TabMessage): boolean {
		if (message.type === 'bye') this.#forget();
		if (message.type === 'state') return this.#noteState(message);
		if (message.type === 'news') return this.#noteNews(message);
		return true;
	}

	/** As messages, for who comes late. */
	recall(): TabMessage[] {
		const news = this.#news && { ...this.#news, items: this.items };
		return [this.state, news].filter((message) => message !== undefined);
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
		this.#news = { ...message, items: [] };
		const known = this.#items.at(-1)?.seq ?? -1;
		let last = known;
		for (const item of message.items) {
			if (item.seq <= last) continue;
			this.#items.push(item);
			last = item.seq;
		}
		this.#drop(message.keepFrom);
		return last > known;
	}

	/** The last one stays, so that it is known how far the counting has come. */
	#drop(keepFrom: number): void {
		const end = this.#items.length - 1;
		this.#first = Math.max(this.#first, end + 1 - MOST_ITEMS);
		while (this.#first < end && (this.#items[this.#first]?.seq ?? 0) < keepFrom) this.#first++;
		if (this.#first < this.#items.length / 2) return;
		this.#items = this.items;
		this.#first = 0;
	}

	#forget(): void {
		this.state = undefined;
		this.#news = undefined;
		this.#items = [];
		this.#first = 0;
	}
}
