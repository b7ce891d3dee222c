import { type Instant, MILLISECOND } from '../../trace/instant.ts';

/** A moment at which something became another thing. */
export interface Change {
	at: Instant;
	/** Something went wrong. */
	bad: boolean;
}

/**
 * The last one before a moment, of which the milliseconds are known alone: it may be chosen for a change
 * just before it.
 * @param changes ascending
 */
export function changeBefore(changes: readonly Change[], moment: Instant): Change | undefined {
	return changes[countUntil(changes, moment - MILLISECOND) - 1];
}

/** The first one after a moment. */
export function changeAfter(changes: readonly Change[], moment: Instant): Change | undefined {
	return changes[countUntil(changes, moment)];
}

function countUntil(changes: readonly Change[], moment: Instant): number {
	let low = 0;
	let high = changes.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((changes[middle]?.at ?? Infinity) <= moment) low = middle + 1;
		else high = middle;
	}
	return low;
}
