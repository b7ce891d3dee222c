import type { RecoveryCause } from '../../trace/entry.ts';
import { SECOND, type Duration, type Instant } from '../../trace/instant.ts';
import { backOff, SHORTEST_WAIT } from './back-off.ts';
import {
	GUARD_TIME,
	type Recovered,
	type RecoveryInput,
	type RecoveryState
} from './recovery-state.ts';

/** A socket, two REGISTERs and their answers. */
const ATTEMPT_TIME: Duration = 10 * SECOND;
/** The SDK refreshes 3 s before the end; it closes its own socket 5 s after a REGISTER without answer. */
const REFRESH_LEAD_SECONDS = 3;
const OVERDUE: Duration = 10 * SECOND;
/** What lasts no longer was no recovery: the waits go on growing. */
const STABLE: Duration = 30 * SECOND;
/** Failures in a row before the other proxy is tried. */
const PATIENCE = 2;

/**
 * What to do about what happened. Pure: the same state, input, instant and chance always give the same.
 * @param chance from 0 to 1, for the waits
 */
export function recover(
	state: RecoveryState,
	input: RecoveryInput,
	now: Instant,
	chance: number
): Recovered {
	switch (input.kind) {
		case 'registering':
			return { state: { ...state, guardedUntil: now + GUARD_TIME }, actions: [] };
		case 'answered':
			return { state: { ...state, guardedUntil: 0 }, actions: [] };
		case 'registered':
			return registered(state, input.expiresSeconds, now);
		case 'refused':
			return refused(state, input.status, now, chance);
		case 'closed':
			return closed(state, now, chance);
		case 'failed':
			return state.phase.name === 'attempting'
				? attemptFailed(state, undefined, now, chance)
				: unchanged(state);
		case 'offline':
			return { state: { ...state, offline: true }, actions: tellOffline(state) };
		case 'online':
			return askAgain({ ...state, offline: false }, 'network back', now);
		case 'slept':
			return askAgain(state, 'slept', now);
		case 'hurry':
			return hurry(state, now);
		case 'let go':
			return { state: { ...state, phase: { name: 'idle' } }, actions: [] };
		case 'time':
			return passed(state, now, chance);
	}
}

const unchanged = (state: RecoveryState): Recovered => ({ state, actions: [] });

const tellOffline = ({ phase }: RecoveryState): Recovered['actions'] =>
	phase.name === 'idle' ? [] : [{ do: 'tell', step: { step: 'offline' } }];

function registered(state: RecoveryState, expiresSeconds: number, now: Instant): Recovered {
	const { phase } = state;
	const refreshBy = now + Math.max(0, expiresSeconds - REFRESH_LEAD_SECONDS) * SECOND + OVERDUE;
	const next: RecoveryState = {
		...state,
		phase:
			phase.name === 'registered'
				? { ...phase, refreshBy }
				: { name: 'registered', since: now, refreshBy, lastAttempt: attemptOf(state) },
		// What holds until a refresh works.
		failures: phase.name === 'registered' ? 0 : state.failures,
		unauthorized: 0
	};
	if (phase.name === 'idle' || phase.name === 'registered') return unchanged(next);
	const which = phase.name === 'checking' ? 'broken' : 'all';
	return {
		state: next,
		actions: [
			{ do: 'tell', step: { step: 'registered' } },
			{ do: 're-invite', which }
		]
	};
}

function attemptOf({ phase }: RecoveryState): number {
	if (phase.name === 'registered') return phase.lastAttempt;
	return 'attempt' in phase ? phase.attempt : 0;
}

function refused(state: RecoveryState, status: number, now: Instant, chance: number): Recovered {
	const { phase } = state;
	if (phase.name === 'idle' || phase.name === 'waiting') return unchanged(state);
	const next = { ...state, unauthorized: status === 401 ? state.unauthorized + 1 : 0 };
	if (isForGood(status, next)) return givenUp(next, status);
	if (phase.name === 'attempting') return attemptFailed(next, status, now, chance);
	return begun(next, 'refresh refused', now + backOff(1, chance), now);
}

/**
 * Who is refused with 403 was superseded by another phone of the same instance, or is not wanted: two
 * that take the instance from each other for ever are worse than one that says so.
 */
function isForGood(status: number, { unauthorized }: RecoveryState): boolean {
	if (status === 401) return unauthorized >= PATIENCE;
	return status === 403 || status === 404;
}

function givenUp(state: RecoveryState, status: number): Recovered {
	return {
		state: { ...state, phase: { name: 'idle' } },
		actions: [{ do: 'tell', step: { step: 'give-up', status } }]
	};
}

function closed(state: RecoveryState, now: Instant, chance: number): Recovered {
	const { phase } = state;
	switch (phase.name) {
		case 'idle':
		case 'waiting':
			return unchanged(state);
		case 'attempting':
			return attemptFailed(state, undefined, now, chance);
		case 'checking':
			return begun(state, 'socket closed', now, now);
		case 'registered': {
			const { lastAttempt, since } = phase;
			if (lastAttempt === 0 || now - since >= STABLE)
				return begun(blameless(state), 'socket closed', now + backOff(1, chance), now);
			const attempt = lastAttempt + 1;
			const at = now + backOff(attempt, chance);
			return begun(blamed(state, undefined), 'socket closed', at, now, attempt);
		}
	}
}

/** A person, the network or a clock says that now is a good time. */
function askAgain(state: RecoveryState, cause: RecoveryCause, now: Instant): Recovered {
	if (state.phase.name !== 'registered') return hurry(state, now);
	// One that is on its way is as good as another.
	const underWay = state.guardedUntil > now;
	return {
		state: { ...state, phase: { name: 'checking', cause, until: now + ATTEMPT_TIME } },
		actions: [
			{ do: 'tell', step: { step: 'begin', cause } },
			{ do: 'tell', step: { step: 'check' } },
			...(underWay ? [] : [{ do: 'check' } as const])
		]
	};
}

function hurry(state: RecoveryState, now: Instant): Recovered {
	const { phase } = state;
	if (phase.name !== 'waiting') return unchanged(state);
	return waiting(state, phase.cause, 1, Math.min(phase.at, soonest(state, now)), now);
}

/** Attempts are never closer, whatever comes and goes; nor into the SDK's guard. */
function soonest({ attemptedAt, guardedUntil }: RecoveryState, now: Instant): Instant {
	return Math.max(now, attemptedAt + SHORTEST_WAIT, guardedUntil);
}

function passed(state: RecoveryState, now: Instant, chance: number): Recovered {
	const { phase } = state;
	switch (phase.name) {
		case 'idle':
			return unchanged(state);
		case 'registered':
			return now < phase.refreshBy ? unchanged(state) : begun(state, 'refresh overdue', now, now);
		case 'checking':
			return now < phase.until ? unchanged(state) : begun(state, phase.cause, now, now);
		case 'waiting': {
			// The SDK's timer may have sent a refresh into the closed socket meanwhile.
			const at = Math.max(phase.at, soonest(state, now));
			if (now < at) return unchanged({ ...state, phase: { ...phase, at } });
			return attempted(state, phase.cause, phase.attempt, now);
		}
		case 'attempting': {
			if (now < phase.until) return unchanged(state);
			const { state: next, actions } = attemptFailed(state, undefined, now, chance);
			return { state: next, actions: [{ do: 'drop' }, ...actions] };
		}
	}
}

function begun(
	state: RecoveryState,
	cause: RecoveryCause,
	at: Instant,
	now: Instant,
	attempt = 1
): Recovered {
	const { state: next, actions } = waiting(state, cause, attempt, at, now);
	return { state: next, actions: [{ do: 'tell', step: { step: 'begin', cause } }, ...actions] };
}

function waiting(
	state: RecoveryState,
	cause: RecoveryCause,
	attempt: number,
	earliest: Instant,
	now: Instant
): Recovered {
	const at = Math.max(earliest, soonest(state, now));
	if (at <= now) return attempted(state, cause, attempt, now);
	const seconds = Math.round((at - now) / (SECOND / 10)) / 10;
	return {
		state: { ...state, phase: { name: 'waiting', cause, attempt, at } },
		actions: [{ do: 'tell', step: { step: 'wait', attempt, seconds, proxy: state.proxy } }]
	};
}

function attempted(
	state: RecoveryState,
	cause: RecoveryCause,
	attempt: number,
	now: Instant
): Recovered {
	const { proxy } = state;
	return {
		state: {
			...state,
			phase: { name: 'attempting', cause, attempt, until: now + ATTEMPT_TIME },
			attemptedAt: now
		},
		actions: [
			{ do: 'tell', step: { step: 'attempt', attempt, proxy } },
			{ do: 'attempt', proxy }
		]
	};
}

function attemptFailed(
	state: RecoveryState,
	status: number | undefined,
	now: Instant,
	chance: number
): Recovered {
	const { phase } = state;
	if (phase.name !== 'attempting') return unchanged(state);
	const { cause, attempt } = phase;
	const next = attempt + 1;
	const at = now + backOff(next, chance);
	const wait = waiting(blamed(state, status), cause, next, at, now);
	const fail = { step: 'fail', attempt, ...(status !== undefined && { status }) } as const;
	return { state: wait.state, actions: [{ do: 'tell', step: fail }, ...wait.actions] };
}

/** Not where there is no network, nor for what any proxy would answer. */
function blamed(state: RecoveryState, status: number | undefined): RecoveryState {
	const isItsFault = status === undefined || (status >= 500 && status < 600);
	if (state.offline || !isItsFault) return state;
	const failures = state.failures + 1;
	if (!state.hasBackup || failures < PATIENCE) return { ...state, failures };
	return { ...blameless(state), proxy: state.proxy === 'primary' ? 'backup' : 'primary' };
}

const blameless = (state: RecoveryState): RecoveryState => ({ ...state, failures: 0 });
