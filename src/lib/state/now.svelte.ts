import { createSubscriber } from 'svelte/reactivity';
import type { Instant } from '../trace/instant.ts';

const TICK_MS = 250;

/**
 * The present, for countdowns: whoever reads it in an effect is told about four times a second, and
 * nothing ticks while nobody reads. Views of a stored trace do not read it: there, now is a parameter.
 */
class Now {
	readonly #subscribe = createSubscriber((update) => {
		const timer = setInterval(update, TICK_MS);
		return () => clearInterval(timer);
	});

	get instant(): Instant {
		this.#subscribe();
		return Date.now() * 1000;
	}
}

export const now = new Now();
