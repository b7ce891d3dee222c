import { type Duration, MINUTE, SECOND } from '../../trace/instant.ts';
import type { Call, CallOutcome } from './call.ts';

/** What became of a call, in a line: `answered · held once · 101 hung up`, `486 Busy Here`. */
export function describeCall(call: Call): string {
	if (call.state !== 'ended')
		return [STATES[call.state], holdsOf(call)].filter(Boolean).join(' · ');
	switch (call.outcome) {
		case 'answered':
			return ['answered', holdsOf(call), whoHungUp(call)].filter(Boolean).join(' · ');
		case 'failed':
		case 'declined':
			return call.failure
				? `${call.failure.status} ${call.failure.reason}`.trim()
				: OUTCOMES.declined;
		case 'cancelled':
			return `cancelled after ${describeLapse((call.endedAt ?? call.startedAt) - call.startedAt)}`;
		case undefined:
			return 'ended';
		default:
			return OUTCOMES[call.outcome];
	}
}

const STATES: Readonly<Record<Exclude<Call['state'], 'ended'>, string>> = {
	calling: 'calling',
	ringing: 'ringing',
	answered: 'answered',
	held: 'on hold'
};

const OUTCOMES: Readonly<
	Record<Exclude<CallOutcome, 'answered' | 'failed' | 'cancelled'>, string>
> = {
	declined: 'declined (Cmd 12)',
	voicemail: 'to voicemail (Cmd 11)',
	forwarded: 'forwarded (Cmd 10)',
	replied: 'replied by message (Cmd 14)',
	'answered elsewhere': 'answered elsewhere (Cmd 7)',
	transferred: 'transferred',
	parked: 'parked',
	missed: 'missed'
};

function holdsOf({ holds }: Call): string {
	if (holds === 0) return '';
	return holds === 1 ? 'held once' : holds === 2 ? 'held twice' : `held ${holds} times`;
}

function whoHungUp({ endedBy, direction, from, to }: Call): string {
	const caller = (endedBy === 'local') === (direction === 'outbound');
	const { number } = caller ? from : to;
	if (direction === 'unknown' || number === '') {
		return endedBy === 'local' ? 'this side hung up' : 'the other side hung up';
	}
	return `${number} hung up`;
}

function describeLapse(lapse: Duration): string {
	if (lapse >= MINUTE) return `${Math.round(lapse / MINUTE)} min`;
	return `${(lapse / SECOND).toFixed(lapse < 10 * SECOND ? 1 : 0).replace(/\.0$/, '')} s`;
}
