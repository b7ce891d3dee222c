import type { Instant } from '../trace/instant.ts';

/**
 * Now, from the monotonic clock: a correction of the system's clock while the page is open moves no
 * entry before another (W3C High Resolution Time, §4).
 */
export function now(): Instant {
	return Math.round((performance.timeOrigin + performance.now()) * 1_000);
}
