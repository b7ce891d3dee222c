/** What most of many have none of: one for all, so that it takes no room. */
export const NONE: readonly never[] = Object.freeze([]);

/** Up to so many are copied for each that is added. */
const FEW = 8;

/**
 * A list with one more at its end, to be kept in its place. Where almost all lists stay short, one that
 * is as long as need be takes a fraction of the room of one that has grown by `push` or a spread: those
 * leave room for sixteen more.
 */
export function appended<T>(list: readonly T[], item: T): readonly T[] {
	switch (list.length) {
		case 0:
			return [item];
		case 1:
			return [list[0] as T, item];
		case 2:
			return [list[0] as T, list[1] as T, item];
	}
	if (list.length < FEW) return list.concat([item]);
	(list as T[]).push(item);
	return list;
}
