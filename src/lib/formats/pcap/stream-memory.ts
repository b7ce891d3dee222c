/** How much all streams together may hold back. */
const MOST = 64 * 1024 * 1024;

/** What streams hold back until more of them comes: a bound for all of them together. */
export class StreamMemory {
	#used = 0;

	/** Whether there is room for more. */
	hasRoomFor(bytes: number): boolean {
		return this.#used + bytes <= MOST;
	}

	/** Tells of bytes that are held back, or, where negative, no more. */
	change(bytes: number): void {
		this.#used += bytes;
	}
}
