import { nextSlice, Slice } from './slice.ts';

/** Entries between two looks at the clock. */
const STEP = 50;

/** The same, a few at a time, so that the page gets to draw and to answer while they are worked on. */
export async function* paced<T>(
	batches: AsyncIterable<readonly T[]>
): AsyncGenerator<readonly T[]> {
	let slice = new Slice();
	for await (const batch of batches) {
		for (let at = 0; at < batch.length; at += STEP) {
			yield batch.slice(at, at + STEP);
			if (!slice.over) continue;
			await nextSlice();
			slice = new Slice();
		}
	}
}
