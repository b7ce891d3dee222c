/** Beginnings of words, each a state with a number; 0 is the empty one. */
export class ByteTrie {
	/** By state, the state of one byte less, and that byte. A state is made after the one above it. */
	readonly parents: Int32Array;
	readonly bytes: Uint8Array;
	/** By state, the place of the word that ends there; -1 where none does. */
	readonly words: Int32Array;
	/** How many states there are. */
	size = 1;
	/** Open addressing by state and byte; 0 where a place is free. */
	readonly #children: Int32Array;
	readonly #mask: number;

	/** @param words none of them empty; of two alike the last counts */
	constructor(words: readonly Uint8Array[]) {
		const most = words.reduce((sum, { length }) => sum + length, 1);
		this.parents = new Int32Array(most);
		this.bytes = new Uint8Array(most);
		this.words = new Int32Array(most).fill(-1);
		const capacity = 2 ** Math.ceil(Math.log2(2 * most));
		this.#children = new Int32Array(capacity);
		this.#mask = capacity - 1;
		words.forEach((word, index) => this.#insert(word, index));
	}

	/** The state of a byte more; 0 where there is none. */
	child(state: number, byte: number): number {
		return this.#children[this.#placeOf(state, byte)] ?? 0;
	}

	#insert(word: Uint8Array, index: number): void {
		let state = 0;
		for (const byte of word) {
			const place = this.#placeOf(state, byte);
			const next = this.#children[place] || this.size++;
			this.#children[place] = next;
			this.parents[next] = state;
			this.bytes[next] = byte;
			state = next;
		}
		this.words[state] = index;
	}

	/** Where the child is, or would be. */
	#placeOf(state: number, byte: number): number {
		let place = Math.imul(state * 256 + byte, 0x9e3779b1) >>> 0;
		for (place = (place ^ (place >>> 15)) & this.#mask; ; place = (place + 1) & this.#mask) {
			const child = this.#children[place] ?? 0;
			if (child === 0) return place;
			if (this.parents[child] === state && this.bytes[child] === byte) return place;
		}
	}
}
