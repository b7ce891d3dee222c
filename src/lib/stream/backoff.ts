/** Milliseconds. */
const FIRST = 500;
const LONGEST = 15_000;

/** Pauses between attempts: each twice as long as the one before, and by chance up to a quarter shorter. */
export class Backoff {
	#next = FIRST;

	/** @returns milliseconds */
	pause(): number {
		const pause = this.#next * (1 - Math.random() / 4);
		this.#next = Math.min(2 * this.#next, LONGEST);
		return pause;
	}

	/** The last attempt succeeded. */
	reset(): void {
		this.#next = FIRST;
	}
}
