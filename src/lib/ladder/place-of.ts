import type { Entry } from '../trace/entry.ts';

/** Where an entry is among entries in order of seq; -1 where it is not. */
export function placeOf(entries: readonly Entry[], seq: number): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((entries[middle]?.seq ?? Infinity) < seq) low = middle + 1;
		else high = middle;
	}
	return entries[low]?.seq === seq ? low : -1;
}
