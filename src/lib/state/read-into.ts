import { toFailure } from '../storage/failure.ts';
import type { Entry } from '../trace/entry.ts';
import type { OpenTrace } from './open-trace.svelte.ts';
import { nextSlice, Slice } from './slice.ts';

/** Entries between two looks at the clock. */
const STEP = 100;

/**
 * Reads a stored trace into an open one, a slice at a time: what is there already can be looked at
 * meanwhile. Ends early where the reading is stopped. Never rejects: the trace's `failure` tells.
 */
export async function readInto(
	trace: OpenTrace,
	batches: AsyncIterable<readonly Entry[]>,
	messageCount: number
): Promise<void> {
	trace.stored = messageCount;
	trace.loading = true;
	try {
		for await (const batch of ahead(batches)) {
			await append(trace, batch);
			if (trace.stopped) break;
		}
	} catch (thrown) {
		trace.failure = toFailure(thrown).message;
	} finally {
		trace.loading = false;
	}
}

async function append(trace: OpenTrace, batch: readonly Entry[]): Promise<void> {
	let slice = new Slice();
	for (let at = 0; at < batch.length && !trace.stopped; at += STEP) {
		trace.append(batch.slice(at, at + STEP));
		if (!slice.over) continue;
		await nextSlice();
		slice = new Slice();
	}
}

/** Has storage read the next batch while one is made use of. */
async function* ahead<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
	const iterator = batches[Symbol.asyncIterator]();
	let next = iterator.next();
	try {
		for (let result = await next; !result.done; result = await next) {
			next = iterator.next();
			// Where it fails nobody may be waiting yet; it is told when it is waited for.
			next.catch(() => undefined);
			yield result.value;
		}
	} finally {
		await iterator.return?.();
	}
}
