import type { Entry } from '../trace/entry.ts';

/**
 * Of a batch, what is not known yet where all before `due` is: nothing twice, and a loss counts only what is
 * really missing. The app may have forgotten what had come long before.
 */
export function continued(batch: readonly Entry[], due: number): Entry[] {
	let next = due;
	return batch.flatMap((entry) => {
		if (entry.seq < next) return [];
		const missing = entry.seq - next + 1;
		next = entry.seq + 1;
		if (entry.kind !== 'loss' || entry.reason !== 'stream' || missing >= (entry.count ?? 1))
			return [entry];
		return [{ ...entry, count: missing }];
	});
}
