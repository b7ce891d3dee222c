import SdkMessage from 'ringcentral-web-phone/sip-message/index';
import { type Analysis, createAnalysis } from '../src/lib/analysis/analysis.ts';
import { Findings } from '../src/lib/analysis/rules/findings.ts';
import type { MessageEntry } from '../src/lib/trace/entry.ts';
import type { Benchmark } from './benchmark.ts';
import { heldBytes } from './heap.ts';
import { perSecond } from './throughput.ts';
import { entries, texts } from './trace.ts';

/** As many entries come in a batch when a stored trace is opened. */
const PAGE = 1_000;

interface Meaning {
	analysis: Analysis;
	findings: Findings;
}

/** All that the views are made of: every message analysed, the findings kept up to date page by page. */
function analyse(trace: readonly MessageEntry[]): Meaning {
	const analysis = createAnalysis();
	const findings = new Findings(analysis);
	for (let at = 0; at < trace.length; at += PAGE) {
		for (const entry of trace.slice(at, at + PAGE)) analysis.ingest(entry);
		findings.at(analysis.latestAt ?? 0);
	}
	return { analysis, findings };
}

/** What the analysis keeps for each of so many messages; their texts are not its own. */
function bytesPerMessage(count: number): number {
	const trace = entries.slice(0, count);
	return heldBytes(() => analyse(trace)) / count;
}

const flat = {
	unit: 'bytes/message',
	baseline: { name: 'of 10,000', measure: () => bytesPerMessage(10_000) },
	ratio: (value: number, baselineValue: number) => value / baselineValue,
	target: '<= 1.2'
} as const;

export const benchmarks: readonly Benchmark[] = [
	{
		name: 'analysis/full-sdk',
		unit: 'messages/s',
		measure: () => perSecond([entries], analyse) * entries.length,
		baseline: {
			name: 'the SDK, parsing alone',
			measure: () => perSecond(texts, (text) => SdkMessage.fromString(text))
		},
		ratio: (value, baselineValue) => value / baselineValue,
		target: '>= 1.5'
	},
	{ name: 'analysis/memory-50k', measure: () => bytesPerMessage(50_000), ...flat },
	{ name: 'analysis/memory-100k', measure: () => bytesPerMessage(100_000), ...flat }
];
