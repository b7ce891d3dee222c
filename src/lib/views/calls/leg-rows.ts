import { describeCall } from '../../analysis/calls/call-summary.ts';
import { timesOf } from '../../analysis/calls/call-times.ts';
import { silentEndOf } from '../../analysis/calls/silent-end.ts';
import type { Call } from '../../analysis/calls/call.ts';
import type { Duration, Instant } from '../../trace/instant.ts';
import type { Definition } from '../message/definition.ts';
import { formatDuration, formatLapse, formatTimeOfDay } from '../time/time-format.ts';
import type { Surroundings } from './conversation-words.ts';

/** One leg of a call: what became of it, how long what took, and by what it is known. */
export function legRows(
	leg: Call,
	connections: Surroundings['connections'],
	now: Instant
): Definition[] {
	const { postDialDelay, ringTime, setupTime, pickUpTime, talkTime } = timesOf(
		leg,
		silentEndOf(leg, connections, now)?.at ?? now
	);
	const rows: (Definition | undefined)[] = [
		{ name: 'Outcome', value: describeCall(leg, connections, now) },
		{ name: 'Began', value: formatTimeOfDay(leg.startedAt) },
		lapse('Post-dial delay', postDialDelay, 'from INVITE to the first sign of life'),
		lapse('Rang for', ringTime),
		lapse('Set up in', setupTime, 'from INVITE to its 200'),
		lapse('Picked up after', pickUpTime, 'the edge had answered before'),
		talkTime === undefined ? undefined : { name: 'Talked for', value: formatDuration(talkTime) },
		leg.endedAt === undefined ? undefined : { name: 'Ended', value: formatTimeOfDay(leg.endedAt) },
		leg.dialogs.length > 1
			? { name: 'Dialogs', value: String(leg.dialogs.length), note: 'its INVITE forked' }
			: undefined,
		{ name: 'Messages', value: String(leg.messages.length) },
		{ name: 'Call-ID', value: leg.callId },
		leg.sessionId === undefined ? undefined : { name: 'Session', value: leg.sessionId }
	];
	return rows.filter((row) => row !== undefined);
}

function lapse(name: string, time: Duration | undefined, note?: string): Definition | undefined {
	if (time === undefined) return undefined;
	return { name, value: formatLapse(time), ...(note && { note }) };
}
