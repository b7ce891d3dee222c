const SMALLEST = 64;

/** 32-bit integers, as many as a trace has entries: four bytes each, and half as much again of room. */
export class LongList {
	#items = new Int32Array(SMALLEST);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Nothing but 0 where the list has no such place. */
	at(index: number): number {
		return index < this.#length ? (this.#items[index] ?? 0) : 0;
	}

	push(item: number): void {
		if (this.#length === this.#items.length) {
			const grown = new Int32Array(this.#length + (this.#length >> 1));
			grown.set(this.#items);
			this.#items = grown;
		}
		this.#items[this.#length++] = item;
	}

	/** Changes an item that there is. */
	set(index: number, item: number): void {
		this.#items[index] = item;
	}

	/** Leaves only so many, from the first. */
	cut(length: number): void {
		this.#length = Math.min(this.#length, length);
	}

	/** What there is now; it does not grow with the list. */
	view(): Int32Array {
		return this.#items.subarray(0, this.#length);
	}
}
