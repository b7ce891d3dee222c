import type { Call } from '../../analysis/calls/call.ts';
import { describeCall } from '../../analysis/calls/call-summary.ts';
import { type CallTimes, timesOf } from '../../analysis/calls/call-times.ts';
import { type Duration, type Instant, SECOND } from '../../trace/instant.ts';
import { analyseTrace, type AnalysedTrace } from '../analysed-trace.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { utcTime } from '../utc-time.ts';
import { BEGINNING, type Column, type Field, printNames, printRow } from './record.ts';

/** A line for each call as one phone saw it: who, when, how long, and what became of it. */
export const callsCsv: TraceFormat = {
	id: 'calls-csv',
	name: 'CSV of calls',
	extensions: ['.calls.csv', '.csv'],
	writer: {
		loses: [
			'all messages, and whatever belongs to no call: it says what calls were',
			'bookmarks and notes, which are on messages'
		],
		write
	}
};

interface CallRow {
	readonly call: Call;
	readonly times: CallTimes;
	readonly phone: string | undefined;
	readonly summary: string;
	/** From 1; the same for all legs of a conversation. */
	readonly conversation: number;
}

const COLUMNS: readonly Column<CallRow>[] = [
	{ name: 'conversation', of: ({ conversation }) => conversation },
	{ name: 'call_id', of: ({ call }) => call.callId },
	{ name: 'session_id', of: ({ call }) => call.sessionId },
	{ name: 'phone', of: ({ phone }) => phone },
	{ name: 'instance', of: ({ call }) => call.instance },
	{ name: 'direction', of: ({ call }) => call.direction },
	{ name: 'from_number', of: ({ call }) => call.from.number },
	{ name: 'from_name', of: ({ call }) => call.from.name },
	{ name: 'to_number', of: ({ call }) => call.to.number },
	{ name: 'to_name', of: ({ call }) => call.to.name },
	{ name: 'state', of: ({ call }) => call.state },
	{ name: 'outcome', of: ({ call }) => call.outcome },
	{ name: 'summary', of: ({ summary }) => summary },
	{ name: 'began', of: ({ call }) => utcTime(call.startedAt) },
	{ name: 'ringing', of: ({ call }) => time(call.ringingAt) },
	{ name: 'answered', of: ({ call }) => time(call.answeredAt) },
	{ name: 'ended', of: ({ call }) => time(call.endedAt) },
	{ name: 'post_dial_delay_seconds', of: ({ times }) => seconds(times.postDialDelay) },
	{ name: 'ring_seconds', of: ({ times }) => seconds(times.ringTime) },
	{ name: 'setup_seconds', of: ({ times }) => seconds(times.setupTime) },
	{ name: 'pick_up_seconds', of: ({ times }) => seconds(times.pickUpTime) },
	{ name: 'talk_seconds', of: ({ times }) => seconds(times.talkTime) },
	{ name: 'ended_by', of: ({ call }) => call.endedBy },
	{ name: 'failure_status', of: ({ call }) => call.failure?.status },
	{ name: 'failure_reason', of: ({ call }) => call.failure?.reason },
	{ name: 'holds', of: ({ call }) => call.holds },
	{ name: 'recorded', of: ({ call }) => (call.recorded ? 'yes' : '') },
	{ name: 'messages', of: ({ call }) => call.messages.length },
	{ name: 'first_seq', of: ({ call }) => call.messages[0]?.entry.seq }
];

async function* write(trace: TraceToWrite): AsyncGenerator<string> {
	yield BEGINNING + printNames(COLUMNS);
	for (const row of rowsOf(await analyseTrace(trace))) yield printRow(COLUMNS, row);
}

function* rowsOf({ analysis, end }: AnalysedTrace): Generator<CallRow> {
	const { calls, conversations, connections, phones } = analysis;
	const numbers = new Map(
		conversations
			.filter((conversation) => conversation.calls.length > 0)
			.map((conversation, index) => [conversation, index + 1])
	);
	for (const call of calls) {
		yield {
			call,
			times: timesOf(call),
			phone: phones.get(call.phone ?? '')?.name ?? call.phone,
			summary: describeCall(call, connections, end),
			conversation: numbers.get(call.conversation) ?? 0
		};
	}
}

function time(at: Instant | undefined): Field {
	return at === undefined ? undefined : utcTime(at);
}

/** With microseconds, as far as they are told. */
function seconds(duration: Duration | undefined): Field {
	return duration === undefined ? undefined : duration / SECOND;
}
