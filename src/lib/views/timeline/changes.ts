import { type Instant, MILLISECOND } from '../../trace/instant.ts';
import { countBefore } from '../../trace/count-before.ts';

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
	return countBefore(changes.length, (index) => (changes[index]?.at ?? Infinity) <= moment);
}
