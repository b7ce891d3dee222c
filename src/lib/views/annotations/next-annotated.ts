import type { Annotation } from '../../trace/annotation.ts';

/**
 * The `seq` of the next annotation from a message on, or of the one before; from the last it goes on
 * with the first. `undefined` where there is none.
 *
 * @param annotations in order of seq
 */
export function nextAnnotated(
	annotations: readonly Annotation[],
	from: number | undefined,
	direction: 'next' | 'previous'
): number | undefined {
	const next =
		direction === 'next'
			? (annotations.find(({ seq }) => seq > (from ?? -1)) ?? annotations[0])
			: (annotations.findLast(({ seq }) => seq < (from ?? Infinity)) ?? annotations.at(-1));
	return next?.seq;
}
