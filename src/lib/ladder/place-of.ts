import type { Entry } from '../trace/entry.ts';
import { countBefore } from '../trace/count-before.ts';

/** Where an entry is among entries in order of seq; -1 where it is not. */
export function placeOf(entries: readonly Entry[], seq: number): number {
	const place = countBefore(entries.length, (at) => (entries[at]?.seq ?? Infinity) < seq);
	return entries[place]?.seq === seq ? place : -1;
}
