import { type Analysis, createAnalysis } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/rules/finding.ts';
import { Findings } from '../analysis/rules/findings.ts';
import type { Annotation } from '../trace/annotation.ts';
import type { Entry } from '../trace/entry.ts';
import type { Instant } from '../trace/instant.ts';
import type { TraceHeader } from '../trace/trace.ts';
import type { TraceToWrite } from './format.ts';

/** A trace on its way out with what it means, as seen from its end. */
export interface AnalysedTrace {
	readonly header: TraceHeader;
	readonly entries: readonly Entry[];
	/** By seq. */
	readonly annotations: ReadonlyMap<number, Annotation>;
	readonly analysis: Analysis;
	readonly findings: readonly Finding[];
	readonly end: Instant;
}

export async function analyseTrace(trace: TraceToWrite): Promise<AnalysedTrace> {
	const analysis = createAnalysis();
	const findings = new Findings(analysis);
	const entries: Entry[] = [];
	for await (const batch of trace.batches()) {
		for (const entry of batch) {
			analysis.ingest(entry);
			entries.push(entry);
		}
		findings.follow();
	}
	const end = analysis.latestAt ?? trace.header.createdAt;
	return {
		header: trace.header,
		entries,
		annotations: new Map(trace.annotations.map((annotation) => [annotation.seq, annotation])),
		analysis,
		findings: findings.at(end),
		end
	};
}
