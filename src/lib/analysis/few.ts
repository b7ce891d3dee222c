/** What most of many have none of: one for all, so that it takes no room. */
export const NONE: readonly never[] = Object.freeze([]);

/** Up to so many are copied for each that is added. */
const FEW = 8;

/**
 * A list with one more at its end, to be kept in its place. Where almost all lists stay short, one that
 * is as long as need be takes a third of the room of one that has grown by `push`.
 */
export function appended<T>(list: readonly T[], item: T): readonly T[] {
	if (list.length < FEW) return [...list, item];
	(list as T[]).push(item);
	return list;
}
