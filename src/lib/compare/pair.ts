/** Which line of the one text is which of the other's; a place alone has no counterpart. */
export interface Pair {
	left?: number;
	right?: number;
	/** Its counterpart is in another order among the others. */
	moved?: true;
}

interface Keyed {
	key: string;
	text: string;
}

/**
 * Pairs lines of one key, wherever they are: first those that are equal, then the others in their order.
 * The pairs come in the order of the right side, with what only the left has after what it was after.
 */
export function pairByKey(left: readonly Keyed[], right: readonly Keyed[]): Pair[] {
	const partner = partners(left, right);
	const kept = longestRise(partner.filter((place) => place !== undefined));
	const paired = new Set(partner);
	const pairs: Pair[] = [];
	let next = 0;
	const removedBefore = (place: number) => {
		for (; next < place; next++) if (!paired.has(next)) pairs.push({ left: next });
	};
	const removedHere = () => {
		for (; next < left.length && !paired.has(next); next++) pairs.push({ left: next });
	};
	removedHere();
	partner.forEach((place, index) => {
		if (place === undefined) return pairs.push({ right: index });
		if (!kept.has(place)) return pairs.push({ left: place, right: index, moved: true });
		removedBefore(place);
		pairs.push({ left: place, right: index });
		next = place + 1;
		return removedHere();
	});
	removedBefore(left.length);
	return pairs;
}

/** For each line on the right, the place of its counterpart on the left. */
function partners(left: readonly Keyed[], right: readonly Keyed[]): (number | undefined)[] {
	const equals = new Queues(left, ({ key, text }) => `${key}\n${text}`);
	const partner = right.map(({ key, text }) => equals.take(`${key}\n${text}`));
	const taken = new Set(partner);
	const others = new Queues(left, ({ key }, place) => (taken.has(place) ? undefined : key));
	return right.map(({ key }, index) => partner[index] ?? others.take(key));
}

/** Places by key, each to be taken once, the first first. */
class Queues {
	readonly #places = new Map<string, { list: number[]; next: number }>();

	constructor(lines: readonly Keyed[], keyOf: (line: Keyed, place: number) => string | undefined) {
		lines.forEach((line, place) => {
			const key = keyOf(line, place);
			if (key === undefined) return;
			const queue = this.#places.get(key);
			if (queue) queue.list.push(place);
			else this.#places.set(key, { list: [place], next: 0 });
		});
	}

	take(key: string): number | undefined {
		const queue = this.#places.get(key);
		return queue?.list[queue.next++];
	}
}

/** The members of a longest rising subsequence of different numbers: what need not have moved. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
	/** By length, the index at which a rise of that length ends lowest. */
	const ends: number[] = [];
	const before: number[] = [];
	numbers.forEach((number, index) => {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
			else high = middle;
		}
		before[index] = ends[low - 1] ?? -1;
		ends[low] = index;
	});
	const rise = new Set<number>();
	for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1)
		rise.add(numbers[index] ?? 0);
	return rise;
}
