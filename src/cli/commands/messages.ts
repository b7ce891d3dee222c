import type { Command } from 'commander';
import { partyOf } from '../../lib/analysis/calls/party.ts';
import type { SeenMessage } from '../../lib/analysis/seen-message.ts';
import { toneOf } from '../../lib/ladder/tone.ts';
import type { ReadTrace } from '../input/read-trace.ts';
import type { Column } from '../output/table.ts';
import { localTime, spansDays } from '../output/times.ts';
import { messageRecord, seenBy } from '../records/message-record.ts';
import { printList, readingCommand, type ReadingFlags, traceFor } from './reading-command.ts';

export function addMessages(program: Command): void {
	readingCommand(program, 'messages', 'the SIP messages, one a line').action(
		async (file: string, flags: ReadingFlags) => {
			const trace = await traceFor(file, flags);
			await printList(trace.found ?? trace.analysis.messages, flags, {
				record: (message) => messageRecord(message, trace),
				columns: columnsFor(trace)
			});
		}
	);
}

function columnsFor(trace: ReadTrace): Column<SeenMessage>[] {
	const { entries, end, analysis } = trace;
	const withDay = spansDays(entries[0]?.at ?? 0, end);
	const hasPaths = entries.some((entry) => entry.kind === 'message' && entry.path !== undefined);
	return [
		{ title: '#', right: true, cell: ({ entry }) => String(entry.seq), look: () => 'faint' },
		{ title: 'TIME', cell: ({ entry }) => localTime(entry.at, withDay) },
		...(analysis.phones.size > 0 ? [phoneColumn(trace)] : []),
		...(hasPaths ? PATH_COLUMNS : [WAY_COLUMN]),
		{ title: 'MESSAGE', cell: labelOf, look: ({ head }) => toneOf(head) },
		{ title: 'CSEQ', cell: ({ head }) => (head.cseq < 0 ? '' : `${head.cseq} ${head.method}`) },
		{ title: 'FROM', cell: ({ head }) => partyOf(head.from).number },
		{ title: 'TO', cell: ({ head }) => partyOf(head.to).number },
		{ title: 'CALL-ID', cell: ({ head }) => head.callId, look: () => 'faint' }
	];
}

function phoneColumn(trace: ReadTrace): Column<SeenMessage> {
	return { title: 'PHONE', cell: (message) => seenBy(message, trace).phone ?? '' };
}

const WAY_COLUMN: Column<SeenMessage> = {
	title: 'WAY',
	cell: ({ entry }) => (entry.undelivered ? 'unsent' : entry.direction)
};

const PATH_COLUMNS: readonly Column<SeenMessage>[] = [
	{ title: 'SOURCE', cell: ({ entry }) => entry.path?.source ?? '' },
	{ title: 'DESTINATION', cell: ({ entry }) => entry.path?.destination ?? '' }
];

/** `INVITE`, `486 Busy Here`. */
function labelOf({ head }: SeenMessage): string {
	if (head.kind === 'unreadable') return 'unreadable';
	return head.kind === 'request' ? head.method : `${head.status} ${head.reason}`.trim();
}
