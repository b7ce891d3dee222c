/**
 * The candidate that was likely meant by a word with a slip of the keyboard, or that it begins;
 * `undefined` where none is near. Letters that are missing, too many, wrong or swapped are slips:
 * none in a word of two letters, one in a short one, two in a long one.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
	const lower = word.toLowerCase();
	if (lower.length < 2) return undefined;
	const begun = candidates.find((candidate) => candidate.toLowerCase().startsWith(lower));
	if (begun) return begun;
	const most = lower.length < 3 ? 0 : lower.length < 5 ? 1 : 2;
	const [best] = candidates
		.map((candidate) => ({ candidate, slips: slipsBetween(lower, candidate.toLowerCase()) }))
		.filter(({ slips }) => slips <= most)
		.sort((a, b) => a.slips - b.slips);
	return best?.candidate;
}

/** Damerau and Levenshtein's distance, where no stretch is changed twice. */
function slipsBetween(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > 2) return Infinity;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			row[j] = Math.min(
				at(last, j) + 1,
				at(row, j - 1) + 1,
				at(last, j - 1) + (same ? 0 : 1),
				swapped ? at(before, j - 2) + 1 : Infinity
			);
		}
		before = last;
		last = row;
	}
	return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
	return row[index] ?? Infinity;
}
