/**
 * How many places of an ordered list are before what is looked for: as many as `isBefore` says yes to,
 * all of which come first. Asks about one place in each half that remains.
 */
export function countBefore(length: number, isBefore: (index: number) => boolean): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isBefore(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}
