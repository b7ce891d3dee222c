import { SECOND, type Duration } from '../../trace/instant.ts';

export const SHORTEST_WAIT: Duration = 2 * SECOND;
export const LONGEST_WAIT: Duration = 60 * SECOND;

/**
 * How long to wait before an attempt: by chance from half of 4, 8, 16, 32, 60, 60 … s to the whole of
 * it (RFC 5626 §4.5). An edge that restarts closes all sockets in the same moment; without chance all
 * phones would come back in the same moments too.
 * @param attempt counts from 1
 * @param chance from 0 to 1
 */
export function backOff(attempt: number, chance: number): Duration {
	const upper = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** Math.min(attempt, 30));
	return Math.round(upper * (0.5 + chance / 2));
}
