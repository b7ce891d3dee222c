import { judge } from '../src/lib/query/columns/judge.ts';
import { MessageColumns } from '../src/lib/query/columns/message-columns.ts';
import { isFilterError } from '../src/lib/query/filter-error.ts';
import { parseFilter } from '../src/lib/query/filter.ts';
import { createAnalysis } from '../src/lib/analysis/analysis.ts';
import { TextHold } from '../src/lib/storage/memory/text-hold.ts';
import { findChromium } from '../tests/chromium.ts';
import type { Benchmark } from './benchmark.ts';
import { benchApp } from './browser/bench-app.ts';
import { firstRung } from './browser/first-rung.ts';
import { captureLive, type LiveCapture } from './browser/live-capture.ts';
import { scrolledFrame } from './browser/scrolling.ts';
import { searchAll, searchAllowance } from './browser/text-search.ts';
import { heldBytes } from './heap.ts';
import { entries } from './trace.ts';

const MILLION = 1_000_000;
const lacks = findChromium() ? undefined : 'Chromium';
const asShare = (value: number, baselineValue: number): number => value / baselineValue;

const analysis = createAnalysis();

/** A million messages in columns: those of the trace, again and again. */
function fillColumns(): MessageColumns {
	for (const entry of entries) analysis.ingest(entry);
	const columns = new MessageColumns();
	while (columns.length < MILLION) for (const message of analysis.messages) columns.push(message);
	return columns;
}

let filled: MessageColumns | undefined;

/** Milliseconds of a filter on columns. */
function filterMillion(text: string): number {
	const columns = (filled ??= fillColumns());
	const filter = parseFilter(text);
	if (isFilterError(filter)) throw new Error(filter.message);
	const surroundings = { analysis, startedAt: entries[0]?.at ?? 0, findingsAt: () => [] };
	const begun = performance.now();
	judge(filter.expression, columns, { from: 0, to: columns.length }, surroundings);
	return performance.now() - begun;
}

/** Milliseconds of the plainest loop over the columns that the filter is about. */
function passOver(
	...names: readonly ('method' | 'status' | 'call' | 'userAgent' | 'at')[]
): number {
	const columns = (filled ??= fillColumns());
	const begun = performance.now();
	let kept = 0;
	for (const name of names) {
		const column = columns[name].view();
		for (let at = 0; at < column.length; at++) if ((column[at] ?? 0) > 2) kept++;
	}
	const took = performance.now() - begun;
	if (kept < 0) throw new Error('A loop without a result would not be run.');
	return took;
}

let live: LiveCapture = { task: Number.NaN, behind: Number.NaN, lost: Number.NaN };

/** What all of it keeps for each message: the entry, its text, its columns and what it means. */
function bytesHeld(): number {
	const held = heldBytes(() => {
		const hold = new TextHold();
		const meaning = createAnalysis();
		const columns = new MessageColumns();
		const kept = entries.map((entry) => hold.hold(entry));
		for (const entry of kept) meaning.ingest(entry);
		for (const message of meaning.messages) columns.push(message);
		return { meaning, columns, kept };
	});
	return held / entries.length;
}

export const benchmarks: readonly Benchmark[] = [
	{
		name: 'scale/first-rung',
		unit: 'ms, of 1,000,000',
		measure: () => firstRung(MILLION),
		baseline: { name: 'of 10,000', measure: () => firstRung(10_000) },
		ratio: asShare,
		target: '<= 2',
		lacks
	},
	{
		name: 'scale/scroll',
		unit: 'ms a frame, p95, of 1,000,000',
		measure: async () => scrolledFrame(await (await benchApp()).ladderOf(MILLION)),
		baseline: {
			name: 'of 1,000',
			measure: async () => scrolledFrame(await (await benchApp()).ladderOf(1_000))
		},
		ratio: asShare,
		target: '<= 1.5',
		lacks
	},
	{
		name: 'scale/filter',
		unit: 'ms, of 1,000,000',
		measure: () => filterMillion('method:INVITE status:2xx call:101 phone:102 after:1s'),
		baseline: {
			name: 'a pass over the columns',
			measure: () => passOver('method', 'status', 'call', 'userAgent', 'at')
		},
		ratio: asShare,
		target: '<= 3'
	},
	{
		name: 'scale/search',
		unit: 'ms, of 100,000',
		measure: () => searchAll(100_000),
		baseline: {
			name: 'three passes of includes and one reading',
			measure: () => searchAllowance(100_000)
		},
		ratio: asShare,
		target: '<= 1',
		lacks
	},
	{
		name: 'scale/live-task',
		unit: 'ms a task, p99',
		once: true,
		measure: async () => (live = await captureLive()).task,
		baseline: { name: 'what is not felt', measure: () => 50 },
		ratio: asShare,
		target: '<= 1',
		lacks
	},
	{
		name: 'scale/live-lost',
		unit: 'of 60,000 messages',
		once: true,
		measure: () => live.lost,
		baseline: { name: 'sent in a minute', measure: () => 60_000 },
		ratio: asShare,
		target: '<= 0',
		lacks
	},
	{
		name: 'scale/live-behind',
		unit: 'messages, at most',
		once: true,
		measure: () => live.behind,
		baseline: { name: 'sent in a second', measure: () => 1_000 },
		ratio: asShare,
		target: '<= 1',
		lacks
	},
	{
		name: 'scale/memory',
		unit: 'bytes/message',
		measure: bytesHeld,
		baseline: {
			name: 'of its text',
			measure: () => entries.reduce((sum, { text = '' }) => sum + text.length, 0) / entries.length
		},
		ratio: asShare,
		target: '<= 1'
	}
];
