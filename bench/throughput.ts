/** A sample takes at least this long, in milliseconds: the clock and the collector even out. */
const SAMPLE_TIME = 300;

/** What the work last came to; kept, so that the work cannot be optimised away. */
export const kept: { result?: unknown } = {};

/** How many of `items` `work` gets done in a second. */
export function perSecond<T>(items: readonly T[], work: (item: T) => unknown): number {
	const startedAt = performance.now();
	let done = 0;
	let elapsed: number;
	do {
		for (const item of items) kept.result = work(item);
		done += items.length;
		elapsed = performance.now() - startedAt;
	} while (elapsed < SAMPLE_TIME);
	return (done / elapsed) * 1000;
}
