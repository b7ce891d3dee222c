import type { Command } from 'commander';
import type { Call } from '../../lib/analysis/calls/call.ts';
import { describeCall } from '../../lib/analysis/calls/call-summary.ts';
import { timesOf } from '../../lib/analysis/calls/call-times.ts';
import type { ReadTrace } from '../input/read-trace.ts';
import type { Look } from '../output/style.ts';
import type { Column } from '../output/table.ts';
import { fixedSeconds, localTime, spansDays } from '../output/times.ts';
import { callRecord } from '../records/call-record.ts';
import { seenBy } from '../records/message-record.ts';
import {
	leftOf,
	printList,
	readingCommand,
	traceFor,
	type ReadingFlags
} from './reading-command.ts';

export function addCalls(program: Command): void {
	readingCommand(
		program,
		'calls',
		'the calls, as each phone saw them, and what became of them'
	).action(async (file: string, flags: ReadingFlags) => {
		const trace = await traceFor(file, flags);
		await printList(
			leftOf(trace.analysis.calls, trace, ({ call }) => call),
			flags,
			{
				record: (call) => callRecord(call, trace),
				columns: columnsFor(trace)
			}
		);
	});
}

function columnsFor(trace: ReadTrace): Column<Call>[] {
	const { analysis, end } = trace;
	const withDay = spansDays(trace.entries[0]?.at ?? 0, end);
	const phone: Column<Call> = { title: 'PHONE', cell: (call) => seenBy(call, trace).phone ?? '' };
	return [
		{ title: 'BEGAN', cell: ({ startedAt }) => localTime(startedAt, withDay) },
		...(analysis.phones.size > 0 ? [phone] : []),
		{ title: 'FROM', cell: ({ from }) => from.number },
		{ title: 'TO', cell: ({ to }) => to.number },
		{ title: 'PDD', right: true, cell: (call) => fixedSeconds(timesOf(call).postDialDelay) },
		{ title: 'SETUP', right: true, cell: (call) => fixedSeconds(timesOf(call).setupTime) },
		{ title: 'TALK', right: true, cell: (call) => fixedSeconds(timesOf(call).talkTime) },
		{ title: 'MSGS', right: true, cell: ({ messages }) => String(messages.length) },
		{
			title: 'OUTCOME',
			cell: (call) => describeCall(call, analysis.connections, end),
			look: lookOf
		},
		{ title: 'CALL-ID', cell: ({ callId }) => callId, look: () => 'faint' }
	];
}

function lookOf({ state, outcome }: Call): Look | undefined {
	if (state !== 'ended') return 's1';
	if (outcome === 'failed' || outcome === 'lost') return 's5';
	return outcome === 'answered' ? 's2' : undefined;
}
