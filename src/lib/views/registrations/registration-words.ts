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
			if (refreshDueAt === undefined) return expiry;
			return refreshDueAt > now ? `refresh ${inSeconds(refreshDueAt, now)}` : 'refresh due';
		case 'refreshing':
			return expiry;
		case 'refresh overdue':
			return `${lateness(state, now)}${expiry}`;
		case 'refused':
			return refusalWords(state);
		case 'socket lost':
			if (expiresAt === undefined) return 'nothing was bound';
			return `keeps its slot, which frees ${inSeconds(expiresAt, now)}`;
		case 'superseded':
			return expiresAt !== undefined && expiresAt > now
				? 'rings elsewhere, may still call out'
				: 'rings elsewhere';
		case 'expired':
			return expiresAt === undefined ? '' : inSeconds(expiresAt, now);
		case 'registering':
		case 'unanswered':
		case 'unregistered':
			return '';
	}
}

/** `12 s late, `: of the refresh that was due. */
function lateness({ refreshDueAt }: RegistrationState, now: Instant): string {
	const late = refreshDueAt === undefined ? 0 : Math.floor((now - refreshDueAt) / SECOND);
	return late > 0 ? `${lapse(late)} late, ` : '';
}

/** `0:42`, as a countdown reads it; `1:02:00` from an hour on. */
export function formatCountdown(until: Instant, now: Instant): string {
	const seconds = Math.max(0, Math.ceil((until - now) / SECOND));
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const rest = String(seconds % 60).padStart(2, '0');
	return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
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
