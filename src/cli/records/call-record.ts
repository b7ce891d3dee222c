import type { Call } from '../../lib/analysis/calls/call.ts';
import { describeCall } from '../../lib/analysis/calls/call-summary.ts';
import { timesOf } from '../../lib/analysis/calls/call-times.ts';
import type { ReadTrace } from '../input/read-trace.ts';
import { isoTime, isoTimeIfAny, secondsOf } from '../output/times.ts';
import { seenBy } from './message-record.ts';

/** A call, as one phone saw it, as a line of JSON: documented in docs/command-line.md. */
export function callRecord(call: Call, trace: ReadTrace): object {
	const { from, to, failure, messages } = call;
	const times = timesOf(call);
	return {
		id: call.id,
		callId: call.callId,
		conversation: call.conversation.id,
		direction: call.direction,
		from: from.number,
		fromName: from.name,
		fromUri: from.uri,
		to: to.number,
		toName: to.name,
		toUri: to.uri,
		...seenBy(call, trace),
		state: call.state,
		outcome: call.outcome,
		summary: describeCall(call, trace.analysis.connections, trace.end),
		status: failure?.status,
		reason: failure?.reason,
		startedAt: isoTime(call.startedAt),
		ringingAt: isoTimeIfAny(call.ringingAt),
		answeredAt: isoTimeIfAny(call.answeredAt),
		endedAt: isoTimeIfAny(call.endedAt),
		endedBy: call.endedBy,
		postDialDelay: secondsOf(times.postDialDelay),
		ringTime: secondsOf(times.ringTime),
		setupTime: secondsOf(times.setupTime),
		pickUpTime: secondsOf(times.pickUpTime),
		talkTime: secondsOf(times.talkTime),
		holds: call.holds,
		recorded: call.recorded,
		sessionId: call.sessionId,
		partyId: call.partyId,
		messages: messages.length,
		firstSeq: messages[0]?.entry.seq,
		lastSeq: messages.at(-1)?.entry.seq,
		findings: trace.findings.of(call).map(({ rule }) => rule)
	};
}
