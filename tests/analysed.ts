import { type Analysis, createAnalysis } from '../src/lib/analysis/analysis.ts';
import { describeCall } from '../src/lib/analysis/calls/call-summary.ts';
import type { Entry } from '../src/lib/trace/entry.ts';

/** The analysis of a whole trace. */
export function analysed(entries: readonly Entry[]): Analysis {
	const analysis = createAnalysis();
	entries.forEach((entry) => analysis.ingest(entry));
	return analysis;
}

/** What became of each call, by the end of the trace. */
export function callWords({ calls, connections, latestAt = 0 }: Analysis): string[] {
	return calls.map((call) => describeCall(call, connections, latestAt));
}
