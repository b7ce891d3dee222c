import type { Instant } from '../../trace/instant.ts';

const SMALLEST = 64;

/** Instants, as many as a trace has messages: eight bytes each, and half as much again of room. */
export class InstantList {
	#items = new Float64Array(SMALLEST);
	#length = 0;

	push(item: Instant): void {
		if (this.#length === this.#items.length) {
			const grown = new Float64Array(this.#length + (this.#length >> 1));
			grown.set(this.#items);
			this.#items = grown;
		}
		this.#items[this.#length++] = item;
	}

	/** What there is now; it does not grow with the list. */
	view(): Float64Array {
		return this.#items.subarray(0, this.#length);
	}
}
