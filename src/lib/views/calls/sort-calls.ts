/**
 * A sorted copy. Equal ones keep their order, whichever way it goes; those without a value come last.
 *
 * @param valueOf numbers or strings, the same for all of them
 */
export function sorted<T>(
	items: readonly T[],
	valueOf: (item: T) => number | string | undefined,
	descending: boolean
): T[] {
	const sign = descending ? -1 : 1;
	return items
		.map((item) => ({ item, value: valueOf(item) }))
		.sort((a, b) => {
			if (a.value === undefined || b.value === undefined)
				return Number(a.value === undefined) - Number(b.value === undefined);
			return sign * compared(a.value, b.value);
		})
		.map(({ item }) => item);
}

/** Numbers within texts by their size: extension 99 before 101. */
const collator = new Intl.Collator(undefined, { numeric: true });

function compared(a: number | string, b: number | string): number {
	return typeof a === 'number' && typeof b === 'number'
		? a - b
		: collator.compare(String(a), String(b));
}
