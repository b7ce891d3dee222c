/** Two clocks at one moment, in milliseconds. */
export interface Beat {
	/** Of the system: it goes on while the machine sleeps, and can be set. */
	wall: number;
	/** Of the page: it cannot be set, and some browsers stop it while the machine sleeps. */
	monotonic: number;
}

/** How often the clocks are looked at, in milliseconds. */
export const BEAT = 5_000;
/** Browsers let the timers of a hidden page run up to a minute late. */
const LATEST = 65_000;

/** Whether more time went by between two beats than a browser lets pass for a page that is awake. */
export function hasSlept(before: Beat, after: Beat): boolean {
	const elapsed = Math.max(after.wall - before.wall, after.monotonic - before.monotonic);
	return elapsed > BEAT + LATEST;
}
