type Numbers = Int32Array | Float64Array;

const SMALLEST = 64;

/** Numbers, as many as a trace has entries, in an array that has half as much again of room when it is full. */
class NumberList<N extends Numbers> {
	readonly #make: (length: number) => N;
	#items: N;
	#length = 0;

	/** @param make an array of so many zeros */
	constructor(make: (length: number) => N) {
		this.#make = make;
		this.#items = make(SMALLEST);
	}

	get length(): number {
		return this.#length;
	}

	/** Nothing but 0 where the list has no such place. */
	at(index: number): number {
		return index < this.#length ? (this.#items[index] ?? 0) : 0;
	}

	push(item: number): void {
		if (this.#length === this.#items.length) {
			const grown = this.#make(this.#length + (this.#length >> 1));
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
	view(): N {
		return this.#items.subarray(0, this.#length) as N;
	}
}

/** 32-bit integers: four bytes each. */
export class LongList extends NumberList<Int32Array> {
	constructor() {
		super((length) => new Int32Array(length));
	}
}

/** Instants, and other numbers that 32 bits do not hold: eight bytes each. */
export class DoubleList extends NumberList<Float64Array> {
	constructor() {
		super((length) => new Float64Array(length));
	}
}
