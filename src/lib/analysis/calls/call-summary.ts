import { type Duration, MINUTE, SECOND } from '../../trace/instant.ts';
import { failureOf, outcomeOf } from '../dialogs/referral.ts';
import type { Call, CallOutcome } from './call.ts';
import { isElsewhere } from './end-reason.ts';
import { transfersOf } from './services.ts';

/** What became of a call, in a line: `answered · held once · 101 hung up`, `486 Busy Here`. */
export function describeCall(call: Call): string {
	return partsOf(call).filter(Boolean).join(' · ');
}

function partsOf(call: Call): string[] {
	if (call.state !== 'ended') {
		return [STATES[call.state], holdsOf(call), recordingOf(call), transferOf(call)];
	}
	switch (call.outcome) {
		case 'answered':
			return ['answered', holdsOf(call), recordingOf(call), transferOf(call), whoHungUp(call)];
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
			return [withNumber('parked at', call.parkedAt) ?? OUTCOMES.parked];
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
