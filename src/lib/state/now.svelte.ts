import { createSubscriber } from 'svelte/reactivity';
import { now as clock } from '../capture/clock.ts';
import type { Instant } from '../trace/instant.ts';

const TICK_MS = 250;

/**
 * The present, for countdowns, on the clock that dates entries: a correction of the system's clock must
 * not come between them. Whoever reads it in an effect is told about four times a second, and nothing
 * ticks while nobody reads. Views of a stored trace do not read it: there, now is a parameter.
 */
class Now {
	readonly #subscribe = createSubscriber((update) => {
		const timer = setInterval(update, TICK_MS);
		return () => clearInterval(timer);
	});

	get instant(): Instant {
		this.#subscribe();
		return clock();
	}
}

export const now = new Now();
