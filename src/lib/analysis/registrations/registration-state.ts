import { type Instant, SECOND } from '../../trace/instant.ts';
import { REFRESH_LEAD_SECONDS } from '../../ringcentral/limits.ts';
import { type Answer, answerAt } from './attempt-answer.ts';
import { type Answered, latestBegun, latestSuccess, succeededBy } from './attempts-at.ts';
import { hasSucceeded, isGranted, type Refusal, refusalOf } from './registration-attempt.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';

export type RegistrationStateName =
	| 'registering'
	/** Nobody has answered for so long that nobody will. */
	| 'unanswered'
	| 'registered'
	| 'refreshing'
	/** The phone should have registered again by now, or has got no answer. */
	| 'refresh overdue'
	| 'expired'
	| 'unregistered'
	| 'refused'
	/** The binding may live on at the registrar, but nothing reaches the phone. */
	| 'socket lost'
	/** Another connection registered the same instance later: calls ring there. */
	| 'superseded';

export interface RegistrationState {
	name: RegistrationStateName;
	since: Instant;
	/** When the binding ends, or ended, that the registrar granted last. */
	expiresAt?: Instant;
	/** When the SDK is to register again; absent where it will not. */
	refreshDueAt?: Instant;
	askedSeconds?: number;
	grantedSeconds?: number;
	contact?: string;
	/** Of the latest attempt's final response. */
	status?: number;
	reason?: string;
	/** Why it was refused, if it was. */
	refusal?: Refusal;
	/** Seqs of the entries that prove it. */
	evidence: number[];
}

/** What a state is told from. */
export type KnownRegistration = Pick<
	Registration,
	'attempts' | 'inOrder' | 'contact' | 'competitors' | 'removals'
>;

/** How late a refresh may be before it counts: timers of pages in the background are that coarse. */
export const REFRESH_GRACE = SECOND;

const REFRESHED_STATES = new Set(['registered', 'refreshing', 'refresh overdue']);

/** A registration's state at an instant, by what was seen until then. */
export function registrationState(
	registration: KnownRegistration,
	now: Instant
): RegistrationState {
	const granted = lastSuccess(registration, now);
	const binding = granted && isGranted(granted) ? bindingOf(granted) : undefined;
	const attempt = currentAttempt(registration, granted, now);
	if (attempt === undefined) return { name: 'unregistered', since: now, evidence: [] };

	const answer = answerAt(attempt, now);
	const { name, since, proof = [] } = stateOf({ registration, attempt, answer, binding, now });
	return {
		name,
		since,
		expiresAt: binding?.expiresAt,
		refreshDueAt: REFRESHED_STATES.has(name) ? binding?.refreshDueAt : undefined,
		askedSeconds: attempt.askedSeconds,
		grantedSeconds: binding?.attempt.grantedSeconds,
		contact: attempt.contact ?? registration.contact,
		...(answer.kind === 'final' && { status: attempt.status, reason: attempt.reason }),
		...(name === 'refused' && { refusal: refusalOf(attempt) ?? 'challenge unanswered' }),
		evidence: [
			...new Set([...seqsOf(attempt, now), ...(granted ? seqsOf(granted, now) : []), ...proof])
		].sort((a, b) => a - b)
	};
}

/** How long a binding lasts. */
export interface BindingTimes {
	attempt: RegistrationAttempt;
	expiresAt: Instant;
	refreshDueAt: Instant;
}

interface Facts {
	registration: KnownRegistration;
	attempt: RegistrationAttempt;
	answer: Answer;
	/** What was granted last, unless unregistered since; it may have expired. */
	binding: BindingTimes | undefined;
	now: Instant;
}

type Named = Pick<RegistrationState, 'name' | 'since'> & { proof?: number[] };

function stateOf(facts: Facts): Named {
	const { attempt, answer } = facts;
	const asksToEnd = attempt.kind === 'unregister';
	const { since } = answer;
	if (answer.kind === 'final') {
		if (asksToEnd && hasSucceeded(attempt)) return { name: 'unregistered', since };
		if (refusalOf(attempt) === 'superseded') return { name: 'superseded', since };
		if (!asksToEnd && !hasSucceeded(attempt)) return { name: 'refused', since };
	}
	const gone = lost(facts);
	if (gone) return gone;
	if (answer.kind === 'final' || asksToEnd) return held(facts);
	if (answer.kind === 'challenge') return { name: 'refused', since };
	return pending(facts);
}

/** The socket is gone. The registrar counts the binding until it expires all the same. */
function lost({ attempt, binding, now }: Facts): Named | undefined {
	const { closedAt, closedBy } = attempt.connection ?? {};
	if (closedAt === undefined || closedBy === undefined || closedAt > now) return undefined;
	if (binding && binding.expiresAt <= now) return { name: 'expired', since: binding.expiresAt };
	return { name: 'socket lost', since: closedAt, proof: [closedBy] };
}

function pending({ attempt, answer, binding, now }: Facts): Named {
	const given = answer.kind === 'none';
	if (attempt.kind === 'register' || binding === undefined) {
		return given
			? { name: 'unanswered', since: answer.since }
			: { name: 'registering', since: attempt.startedAt };
	}
	if (binding.expiresAt <= now) return { name: 'expired', since: binding.expiresAt };
	return given
		? { name: 'refresh overdue', since: binding.refreshDueAt }
		: { name: 'refreshing', since: attempt.startedAt };
}

function held({ registration, attempt, binding, now }: Facts): Named {
	if (binding === undefined) return { name: 'unregistered', since: attempt.startedAt };
	const { expiresAt, refreshDueAt } = binding;
	const removal = removalOf(registration, binding.attempt, now);
	if (removal)
		return { name: 'unregistered', since: removal.answeredAt, proof: seqsOf(removal, now) };
	const later = supersededBy(registration, binding.attempt, now);
	if (later) return { name: 'superseded', since: later.answeredAt, proof: seqsOf(later, now) };
	if (expiresAt <= now) return { name: 'expired', since: expiresAt };
	if (refreshDueAt + REFRESH_GRACE <= now) return { name: 'refresh overdue', since: refreshDueAt };
	return { name: 'registered', since: binding.attempt.answeredAt ?? attempt.startedAt };
}

const isNoFetch = ({ kind }: RegistrationAttempt) => kind !== 'fetch';

/** What the registrar granted last, a binding or its end. */
function lastSuccess(registration: KnownRegistration, now: Instant): Answered | undefined {
	return latestSuccess(registration, now, isNoFetch);
}

/**
 * The latest attempt; but that a socket was refused which a newer one of the same phone has replaced
 * says nothing of the binding that the newer one holds.
 */
function currentAttempt(
	registration: KnownRegistration,
	granted: RegistrationAttempt | undefined,
	now: Instant
): RegistrationAttempt | undefined {
	const latest = latestBegun(registration, now, isNoFetch);
	if (latest === undefined || succeededBy(latest, now)) return latest;
	const replaced =
		(granted?.connection?.firstSeq ?? -1) > (latest.connection?.firstSeq ?? Infinity);
	return replaced ? granted : latest;
}

export function bindingOf(attempt: Answered): BindingTimes {
	const expiresAt = attempt.answeredAt + (attempt.grantedSeconds ?? attempt.askedSeconds) * SECOND;
	const refreshDueAt = Math.max(attempt.answeredAt, expiresAt - REFRESH_LEAD_SECONDS * SECOND);
	return { attempt, expiresAt, refreshDueAt };
}

/** Another phone's attempt for the same instance that succeeded after this one. */
function supersededBy(
	registration: KnownRegistration,
	attempt: RegistrationAttempt,
	now: Instant
): Answered | undefined {
	const own = lastSeqOf(attempt);
	return registration.competitors
		.filter((other) => other !== registration)
		.flatMap((other) => lastSuccess(other, now) ?? [])
		.find((other) => lastSeqOf(other) > own);
}

/** Whoever removed all bindings of the address-of-record since. */
function removalOf(
	{ removals }: KnownRegistration,
	attempt: RegistrationAttempt,
	now: Instant
): Answered | undefined {
	const own = lastSeqOf(attempt);
	return removals.find(
		(removal): removal is Answered => succeededBy(removal, now) && lastSeqOf(removal) > own
	);
}

/** Of what was seen of it until then. */
function seqsOf({ messages }: RegistrationAttempt, now: Instant): number[] {
	return messages.filter(({ entry }) => entry.at <= now).map(({ entry }) => entry.seq);
}

function lastSeqOf({ messages }: RegistrationAttempt): number {
	return messages.at(-1)?.entry.seq ?? -1;
}
