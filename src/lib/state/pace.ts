import { flushSync } from 'svelte';

/** What part of the time views may take for hearing that something has come. */
const SHARE = 1 / 3;
/** While a stored trace is read: nobody waits for its end to grow. */
const SHARE_READING = 1 / 10;

/** Milliseconds that leave most of a frame to others. */
const UNNOTICED = 4;
/** In milliseconds. A hidden page has no frames: there a timer stands in. */
const HIDDEN_FRAME = 200;

/**
 * Tells views that something has come: once a frame at most, and the more seldom the longer it takes them,
 * so that there is always time for what comes.
 */
export class Pace {
	readonly #tell: () => void;
	#due = false;
	#restedAt = 0;

	constructor(tell: () => void) {
		this.#tell = tell;
	}

	/** Something has come. */
	request(reading = false): void {
		if (this.#due) return;
		this.#due = true;
		const rest = this.#restedAt - performance.now();
		if (rest > 0) setTimeout(() => this.#atNextFrame(reading), rest);
		else this.#atNextFrame(reading);
	}

	#atNextFrame(reading: boolean): void {
		const tell = () => {
			this.#due = false;
			const begun = performance.now();
			this.#tell();
			flushSync();
			const ended = performance.now();
			const took = ended - begun;
			const share = reading ? SHARE_READING : SHARE;
			this.#restedAt = took < UNNOTICED ? ended : ended + took * (1 / share - 1);
		};
		if (document.visibilityState === 'hidden') setTimeout(tell, HIDDEN_FRAME);
		else requestAnimationFrame(tell);
	}
}
