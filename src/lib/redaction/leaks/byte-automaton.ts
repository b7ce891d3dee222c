import { ByteTrie } from './byte-trie.ts';

const BYTES = 256;
/** States that have the next of each byte at hand: those of the first bytes, where most of a text is. */
const MOST_ROWS = 4096;

/**
 * Many words looked for at once, in a bounded number of steps a byte however many they are (A. Aho, M.
 * Corasick: Efficient string matching, 1975). A state is what of the last bytes may be the beginning of
 * words; 0 is none of them.
 */
export class ByteAutomaton {
	readonly #trie: ByteTrie;
	/** By state, the longest end of it that is a state as well. */
	readonly #fallbacks: Int32Array;
	/** By state, the longest end of it at which a word ends; 0 where there is none. */
	readonly #shorterWords: Int32Array;
	/** By state, where its row begins; -1 where it has none. */
	readonly #rowStarts: Int32Array;
	readonly #rows: Int32Array;
	#rowsEnd = 0;

	/** @param words none of them empty, no two alike */
	constructor(words: readonly Uint8Array[]) {
		this.#trie = new ByteTrie(words);
		this.#fallbacks = new Int32Array(this.#trie.size);
		this.#shorterWords = new Int32Array(this.#trie.size);
		this.#rowStarts = new Int32Array(this.#trie.size).fill(-1);
		this.#rows = new Int32Array(Math.min(this.#trie.size, MOST_ROWS) * BYTES);
		for (const state of this.#byDepth()) this.#link(state);
	}

	/** The state after another byte. */
	next(state: number, byte: number): number {
		for (;;) {
			const row = this.#rowStarts[state] ?? -1;
			if (row >= 0) return this.#rows[row + byte] ?? 0;
			const next = this.#trie.child(state, byte);
			if (next !== 0) return next;
			state = this.#fallbacks[state] ?? 0;
		}
	}

	/** Whether any word ends at a state. */
	endsWord(state: number): boolean {
		return (this.#trie.words[state] ?? -1) >= 0 || (this.#shorterWords[state] ?? 0) !== 0;
	}

	/** The places of all words that end at a state, the longest first. */
	*wordsAt(state: number): Generator<number> {
		for (let at = state; at !== 0; at = this.#shorterWords[at] ?? 0) {
			const word = this.#trie.words[at] ?? -1;
			if (word >= 0) yield word;
		}
	}

	/** The states in the order of their lengths, by counting: a fallback is shorter than its state. */
	#byDepth(): Int32Array {
		const { parents, size } = this.#trie;
		const depths = new Int32Array(size);
		const starts: number[] = [0];
		for (let state = 1; state < size; state++) {
			const depth = (depths[state] = (depths[parents[state] ?? 0] ?? 0) + 1);
			starts[depth] = (starts[depth] ?? 0) + 1;
		}
		let sum = 1;
		for (let depth = 1; depth < starts.length; depth++) {
			const count = starts[depth] ?? 0;
			starts[depth] = sum;
			sum += count;
		}
		const ordered = new Int32Array(size);
		for (let state = 1; state < size; state++) {
			const depth = depths[state] ?? 0;
			const place = starts[depth] ?? 0;
			ordered[place] = state;
			starts[depth] = place + 1;
		}
		return ordered;
	}

	/** Those shorter than the state are linked already. */
	#link(state: number): void {
		const { parents, bytes, words } = this.#trie;
		const parent = parents[state] ?? 0;
		if (parent !== 0) {
			const fallback = this.next(this.#fallbacks[parent] ?? 0, bytes[state] ?? 0);
			this.#fallbacks[state] = fallback;
			const endsThere = (words[fallback] ?? -1) >= 0;
			this.#shorterWords[state] = endsThere ? fallback : (this.#shorterWords[fallback] ?? 0);
		}
		if (this.#rowsEnd < this.#rows.length) this.#addRow(state);
	}

	#addRow(state: number): void {
		const start = this.#rowsEnd;
		const fallback = state === 0 ? -1 : (this.#rowStarts[this.#fallbacks[state] ?? 0] ?? -1);
		for (let byte = 0; byte < BYTES; byte++) {
			const next = this.#trie.child(state, byte);
			this.#rows[start + byte] = next || (fallback < 0 ? 0 : (this.#rows[fallback + byte] ?? 0));
		}
		this.#rowStarts[state] = start;
		this.#rowsEnd = start + BYTES;
	}
}
