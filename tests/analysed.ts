import { type Analysis, createAnalysis } from '../src/lib/analysis/analysis.ts';
import type { Entry } from '../src/lib/trace/entry.ts';

/** The analysis of a whole trace. */
export function analysed(entries: readonly Entry[]): Analysis {
	const analysis = createAnalysis();
	entries.forEach((entry) => analysis.ingest(entry));
	return analysis;
}
