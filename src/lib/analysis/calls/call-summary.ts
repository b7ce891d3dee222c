import { type Duration, type Instant, MINUTE, SECOND } from '../../trace/instant.ts';
import type { Connection } from '../connection.ts';
import { failureOf, outcomeOf } from '../dialogs/referral.ts';
import { type Interruption, interruptionsOf, undeliveredOf } from '../interruptions.ts';
import type { Call, CallOutcome } from './call.ts';
import { isElsewhere } from './end-reason.ts';
import { transfersOf } from './services.ts';
import { type SilentEnd, silentEndOf } from './silent-end.ts';

/**
 * What became of a call, in a line: `answered · held once · 101 hung up`, `486 Busy Here`; also what no
 * message tells: `answered · interrupted for 4 s`, `no response`.
 *
 * @param connections of the analysis.
 */
export function describeCall(call: Call, connections: readonly Connection[], now: Instant): string {
	const interruptions = interruptionsOf(call, connections, now);
	const parts =
		call.state === 'ended'
			? endedParts(call, lossOf(interruptions))
			: goingOnParts(call, lossOf(interruptions), silentEndOf(call, connections, now));
	return [...parts, unsentOf(call)].filter(Boolean).join(' · ');
}

function goingOnParts(call: Call, loss: string, end: SilentEnd | undefined): string[] {
	if (end && call.answeredAt === undefined) return [SILENT_ENDS[end.reason]];
	const state = end ? 'answered' : call.state === 'ended' ? 'ended' : STATES[call.state];
	return [state, holdsOf(call), recordingOf(call), transferOf(call), loss];
}

const SILENT_ENDS: Readonly<Record<SilentEnd['reason'], string>> = {
	'never sent': 'never sent: the socket was not open',
	'no response': 'no response',
	'challenge not met': 'given up when asked for credentials',
	'connection lost': 'connection lost before an answer'
};

function endedParts(call: Call, loss: string): string[] {
	switch (call.outcome) {
		case 'answered':
			return [
				'answered',
				holdsOf(call),
				recordingOf(call),
				transferOf(call),
				loss,
				whoHungUp(call)
			];
		case 'failed':
		case 'declined':
			return [
				call.failure ? `${call.failure.status} ${call.failure.reason}`.trim() : OUTCOMES.declined
			];
		case 'cancelled':
			return [
				`cancelled after ${describeLapse((call.endedAt ?? call.startedAt) - call.startedAt)}`
			];
		case 'forwarded':
			return [withNumber('forwarded to', call.forwardedTo) ?? OUTCOMES.forwarded];
		case 'parked':
			return [withNumber('parked at', call.parkedAt) ?? OUTCOMES.parked, pickUpOf(call)];
		case 'flipped':
			return [withNumber('flipped to', call.flippedTo) ?? OUTCOMES.flipped];
		case 'transferred':
			return [
				withNumber('transferred to', transfersOf(call).at(-1)?.number) ?? OUTCOMES.transferred
			];
		case 'answered elsewhere':
			return [isToldBySip(call) ? 'answered elsewhere' : OUTCOMES['answered elsewhere']];
		case 'replaced':
			return [call.handedOverBy ? 'handed over by the transfer' : OUTCOMES.replaced];
		case undefined:
			return ['ended'];
		default:
			return [OUTCOMES[call.outcome]];
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
	flipped: 'flipped',
	replaced: 'replaced by another call',
	lost: 'lost: unknown to the other side',
	missed: 'missed'
};

function isToldBySip({ endedWith }: Call): boolean {
	return endedWith !== undefined && isElsewhere(endedWith);
}

function withNumber(words: string, number: string | undefined): string | undefined {
	return number ? `${words} ${number}` : undefined;
}

function holdsOf({ holds }: Call): string {
	if (holds === 0) return '';
	return holds === 1 ? 'held once' : holds === 2 ? 'held twice' : `held ${holds} times`;
}

function recordingOf({ recording, recorded }: Call): string {
	return recording ? 'being recorded' : recorded ? 'recorded' : '';
}

function pickUpOf({ retrievedBy }: Call): string {
	return withNumber('picked up by', retrievedBy?.from.number) ?? '';
}

/** Being cut off for good is told, and how long it was until it was resumed. */
function lossOf(interruptions: readonly Interruption[]): string {
	const last = interruptions.at(-1);
	if (last === undefined) return '';
	if (last.resumedWith === undefined) {
		return last.reconnection ? 'connection lost, not resumed on the next' : 'connection lost';
	}
	const lapses = interruptions.map(
		({ lostAt, resumedWith }) => (resumedWith?.entry.at ?? lostAt) - lostAt
	);
	const lasted = describeLapse(
		Math.max(
			0,
			lapses.reduce((sum, lapse) => sum + lapse)
		)
	);
	return interruptions.length === 1
		? `interrupted for ${lasted}`
		: `interrupted ${interruptions.length} times, for ${lasted}`;
}

/** What else was asked for on a dead socket; of a call that never began, its summary says so. */
function unsentOf(call: Call): string {
	const methods = new Set(undeliveredOf(call).map(({ head }) => head.method));
	if (call.answeredAt === undefined) methods.delete('INVITE');
	return methods.size === 0 ? '' : `${[...methods].join(' and ')} never sent`;
}

/** A transfer that did not come about, or not yet. */
function transferOf(call: Call): string {
	const referral = transfersOf(call).at(-1);
	if (referral === undefined) return '';
	const { number } = referral;
	switch (outcomeOf(referral)) {
		case 'asked':
		case 'under way':
			return call.state === 'ended' ? '' : `being transferred to ${number}`;
		case 'failed': {
			const { status, reason } = failureOf(referral) ?? { status: '', reason: '' };
			return `transfer to ${number} failed: ${status} ${reason}`.trim();
		}
		case 'succeeded':
			return `transferred to ${number}`;
	}
}

function whoHungUp(call: Call): string {
	const { direction, from, to, endedBy } = call;
	const { number } = isByCaller(call) ? from : to;
	if (direction === 'unknown' || number === '') {
		return endedBy === 'local' ? 'this side hung up' : 'the other side hung up';
	}
	return `${number} hung up`;
}

/** By the tag that is on the BYE: a proxy, which is no side of the call, passes on those of both. */
function isByCaller({ messages, endedWith, endedBy, direction }: Call): boolean {
	if (endedWith?.head.method === 'BYE' && endedWith.head.kind === 'request') {
		return endedWith.head.fromTag === messages[0]?.head.fromTag;
	}
	return (endedBy === 'local') === (direction === 'outbound');
}

function describeLapse(lapse: Duration): string {
	if (lapse >= MINUTE) return `${Math.round(lapse / MINUTE)} min`;
	return `${(lapse / SECOND).toFixed(lapse < 10 * SECOND ? 1 : 0).replace(/\.0$/, '')} s`;
}
