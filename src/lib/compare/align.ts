import { diffArrays } from 'diff';
import { type Pair, pairByKey } from './pair.ts';
import type { Line } from './lines/line.ts';

/** Of texts that differ in more lines, equal lines are paired wherever they are. */
const MOST_EDITS = 1_000;

/** Pairs lines that mean something only in their order. The work is bounded. */
export function pairInOrder(left: readonly Line[], right: readonly Line[]): Pair[] {
	const changes = diffArrays(textsOf(left), textsOf(right), { maxEditLength: MOST_EDITS });
	if (changes === undefined) return pairByKey(left, right);
	const pairs: Pair[] = [];
	let [atLeft, atRight] = [0, 0];
	let removed: number[] = [];
	/** What was removed just before something was added was changed to it. */
	const add = () => {
		const place = removed.shift();
		pairs.push(place === undefined ? { right: atRight++ } : { left: place, right: atRight++ });
	};
	const settle = () => {
		pairs.push(...removed.map((place) => ({ left: place })));
		removed = [];
	};
	for (const change of changes) {
		if (change.removed) {
			settle();
			removed = change.value.map(() => atLeft++);
		} else if (change.added) {
			change.value.forEach(add);
			settle();
		} else {
			settle();
			pairs.push(...change.value.map(() => ({ left: atLeft++, right: atRight++ })));
		}
	}
	settle();
	return pairs;
}

function textsOf(lines: readonly Line[]): string[] {
	return lines.map(({ text }) => text);
}
