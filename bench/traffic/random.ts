/** Numbers that look random and are the same in every run (mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed;
	}

	/** From 0 to below 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from `low` to `high`, both possible. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	pick<T>(first: T, ...others: readonly T[]): T {
		return others[this.between(0, others.length) - 1] ?? first;
	}

	/** `length` characters out of `alphabet`. */
	text(length: number, alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'): string {
		let text = '';
		while (text.length < length) text += alphabet[Math.floor(this.next() * alphabet.length)];
		return text;
	}

	hex(length: number): string {
		return this.text(length, '0123456789abcdef');
	}
}
