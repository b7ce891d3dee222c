/** Frames that may come at once, and how many more a second: far above what a phone ever sends. */
const BURST = 400;
const PER_SECOND = 100;

/** How many more frames a connection may send now: a bucket that fills with time. */
export class FrameAllowance {
	#left = BURST;
	#filledAt: number;

	/** @param now milliseconds of a clock that only goes forward */
	constructor(now: number) {
		this.#filledAt = now;
	}

	/** Whether one more is allowed, and takes it. */
	take(now: number): boolean {
		this.#left = Math.min(BURST, this.#left + ((now - this.#filledAt) / 1000) * PER_SECOND);
		this.#filledAt = now;
		if (this.#left < 1) return false;
		this.#left--;
		return true;
	}
}
