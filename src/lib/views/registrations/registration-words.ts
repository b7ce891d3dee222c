import type {
	RegistrationState,
	RegistrationStateName
} from '../../analysis/registrations/registration-state.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';

export type RegistrationTone = 'good' | 'warning' | 'bad' | 'faint' | 'busy';

const TONES: Readonly<Record<RegistrationStateName, RegistrationTone>> = {
	registering: 'busy',
	unanswered: 'bad',
	registered: 'good',
	refreshing: 'good',
	'refresh overdue': 'warning',
	expired: 'bad',
	unregistered: 'faint',
	refused: 'bad',
	'socket lost': 'warning',
	superseded: 'warning'
};

export function toneOfState(name: RegistrationStateName): RegistrationTone {
	return TONES[name];
}

/** A state in a line: `registered · refresh in 46 s`, `refused · 603 Too Many Contacts`. */
export function describeState(state: RegistrationState, now: Instant): string {
	const { name } = state;
	const detail = detailOf(state, now);
	return detail === '' ? name : `${name} · ${detail}`;
}

function detailOf(state: RegistrationState, now: Instant): string {
	const { name, expiresAt, refreshDueAt } = state;
	const expiry = expiresAt === undefined ? '' : `expires ${inSeconds(expiresAt, now)}`;
	switch (name) {
		case 'registered':
			return refreshDueAt === undefined ? expiry : `refresh ${inSeconds(refreshDueAt, now)}`;
		case 'refreshing':
		case 'refresh overdue':
			return expiry;
		case 'refused':
			return refusalWords(state);
		case 'socket lost':
			return expiresAt === undefined ? '' : `slot frees ${inSeconds(expiresAt, now)}`;
		case 'superseded':
			return 'rings elsewhere';
		case 'expired':
			return expiresAt === undefined ? '' : inSeconds(expiresAt, now);
		case 'registering':
		case 'unanswered':
		case 'unregistered':
			return '';
	}
}

/** `401 Unauthorized: wrong password`. */
function refusalWords(state: RegistrationState): string {
	switch (state.refusal) {
		case 'wrong credentials':
			return `${statusOf(state)}: wrong password`;
		case 'challenge unanswered':
			return 'asked for credentials, gave none';
		default:
			return statusOf(state);
	}
}

/** `603 Too Many Contacts`; `''` while there is no answer. */
export function statusOf({ status, reason }: { status?: number; reason?: string }): string {
	return status === undefined ? '' : `${status} ${reason ?? ''}`.trim();
}

/** `in 46 s`, `12 s ago`, `in 3 min`, as a countdown reads it: `in 1 s` until it is over. */
export function inSeconds(at: Instant, now: Instant): string {
	const left = at - now;
	return left > 0
		? `in ${lapse(Math.ceil(left / SECOND))}`
		: `${lapse(Math.floor(-left / SECOND))} ago`;
}

function lapse(seconds: number): string {
	if (seconds < 120) return `${seconds} s`;
	if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
	return `${Math.floor(seconds / 3600)} h`;
}
