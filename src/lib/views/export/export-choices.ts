import type { Call } from '../../analysis/calls/call.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import {
	type ExportSource,
	openSource,
	partSource,
	storedSource
} from '../../state/export-source.ts';
import { live } from '../../state/live-capture.svelte.ts';
import type { OpenTrace } from '../../state/open-trace.svelte.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';
import type { StoredTrace } from '../../storage/trace-store.ts';
import { countBefore } from '../../trace/count-before.ts';
import type { Entry } from '../../trace/entry.ts';
import { titleOf } from '../calls/conversation-words.ts';
import { nameOf } from '../message/message-title.ts';

export type ExportScope = 'all' | 'filtered' | 'call' | 'range' | 'message' | 'noted';

/** What of a trace can be exported. */
export interface ExportChoice {
	readonly scope: ExportScope;
	/** `The call 101 → 102`. */
	readonly label: string;
	readonly messageCount: number;
	/** Gathered when it is asked for; `undefined` where there is no such trace any more. */
	source(): Promise<ExportSource | undefined>;
}

/** What there is to export of what is looked at, the whole first. */
export function choicesOf(workbench: Workbench): [ExportChoice, ...ExportChoice[]] {
	const { trace, selected } = workbench;
	const ranged = entriesBetween(workbench);
	const conversation = selected?.call?.conversation ?? workbench.conversation;
	const filtered = workbench.filterText.trim() !== '' && workbench.searched === undefined;
	const noted = trace.annotations.list.flatMap(({ seq }) => trace.analysis.messageAt(seq) ?? []);
	return [
		{
			scope: 'all',
			label: 'The whole trace',
			messageCount: Math.max(workbench.total, trace.stored),
			source: () => wholeSource(trace)
		},
		...(filtered
			? [
					part(trace, 'filtered', 'What the filter leaves', workbench.messages.list.length, () => [
						...workbench.entries.list
					])
				]
			: []),
		...(conversation
			? [
					part(
						trace,
						'call',
						`The call ${titleOf(conversation)}`,
						conversation.messages.length,
						() => entriesOf(conversation)
					)
				]
			: []),
		...(ranged.length > 0
			? [part(trace, 'range', 'The selected messages', messagesIn(ranged), () => ranged)]
			: []),
		...(selected
			? [part(trace, 'message', `The message ${nameOf(selected)}`, 1, () => [selected.entry])]
			: []),
		...(noted.length > 0
			? [
					part(trace, 'noted', 'What has a bookmark or note', noted.length, () =>
						noted.map(({ entry }) => entry)
					)
				]
			: [])
	];
}

/** What is selected together with Shift, of what the filter leaves; empty where it is one message at most. */
function entriesBetween({ range, entries }: Workbench): Entry[] {
	if (range === undefined) return [];
	const { list } = entries;
	const from = countBefore(list.length, (at) => (list.at(at)?.seq ?? 0) < range.first);
	const to = countBefore(list.length, (at) => (list.at(at)?.seq ?? 0) <= range.last);
	return Array.from({ length: to - from }, (_, at) => list.at(from + at)).filter(
		(entry) => entry !== undefined
	);
}

function messagesIn(entries: readonly Entry[]): number {
	return entries.filter(({ kind }) => kind === 'message').length;
}

/** A trace of the list of traces: there is only the whole. */
export function choiceOf(trace: StoredTrace): ExportChoice {
	const isLive = live.trace?.header.id === trace.id;
	return {
		scope: 'all',
		label: 'The whole trace',
		messageCount: trace.messageCount,
		source: async () => (isLive && live.trace ? openSource(live.trace) : storedSource(trace.id))
	};
}

/** What is live is not all in storage yet, and what storage refused never will be. */
async function wholeSource(trace: OpenTrace): Promise<ExportSource | undefined> {
	if (trace.live) return openSource(trace);
	return (await storedSource(trace.header.id)) ?? openSource(trace);
}

function part(
	trace: OpenTrace,
	scope: ExportScope,
	label: string,
	messageCount: number,
	entries: () => readonly Entry[]
): ExportChoice {
	return { scope, label, messageCount, source: async () => partSource(trace, entries()) };
}

function entriesOf({
	calls,
	messages
}: {
	calls: readonly Call[];
	messages: readonly SeenMessage[];
}): Entry[] {
	const entries = [...messages.map(({ entry }) => entry), ...calls.flatMap(({ marks }) => marks)];
	return entries.sort((a, b) => a.seq - b.seq);
}
