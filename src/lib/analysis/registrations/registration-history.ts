import type { Instant } from '../../trace/instant.ts';
import { hasSucceeded, isGranted } from './registration-attempt.ts';
import {
	bindingOf,
	REFRESH_GRACE,
	registrationState,
	type RegistrationStateName
} from './registration-state.ts';
import { PATIENCE } from '../transactions/transaction-state.ts';
import { succeededBy } from './attempts-at.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';

/** A state that a registration was in. */
export interface StateSpan {
	readonly name: RegistrationStateName;
	readonly from: Instant;
	/** When the next one began; absent of the last. */
	readonly to?: Instant;
}

/**
 * All states of a registration one after the other, also those that time alone brings about if nothing
 * more is seen: overdue, expired. Empty before its first message.
 */
export function historyOf(registration: Registration): StateSpan[] {
	const begun = registration.messages[0]?.entry.at ?? Infinity;
	const spans: { name: RegistrationStateName; from: Instant; to?: Instant }[] = [];
	for (const at of turningPoints(registration)) {
		if (at < begun) continue;
		const { name } = registrationState(registration, at);
		const last = spans.at(-1);
		if (last?.name === name) continue;
		if (last) last.to = at;
		spans.push({ name, from: at });
	}
	return spans;
}

/** Whenever the state may become another one, ascending, each once. */
function turningPoints(registration: Registration): Instant[] {
	const { attempts, competitors, removals } = registration;
	const points = new Set<Instant>();
	attempts.forEach((attempt) => pointsOf(attempt, points));
	const others = competitors.filter((one) => one !== registration);
	for (const other of [...others.flatMap((one) => one.attempts), ...removals]) {
		if (other.answeredAt !== undefined && hasSucceeded(other)) points.add(other.answeredAt);
	}
	return [...points].sort((a, b) => a - b);
}

function pointsOf(attempt: RegistrationAttempt, points: Set<Instant>): void {
	const { startedAt, answeredAt, connection, messages, next } = attempt;
	points.add(startedAt);
	if (connection?.closedAt !== undefined) points.add(connection.closedAt);
	for (const { entry } of messages) {
		const givenUpAt = entry.at + PATIENCE;
		if (givenUpAt < (answeredAt ?? Infinity)) points.add(entry.at).add(givenUpAt);
	}
	if (answeredAt !== undefined) points.add(answeredAt);
	if (!isGranted(attempt) || !succeededBy(attempt, Infinity)) return;
	const { refreshDueAt, expiresAt } = bindingOf(attempt);
	// Refreshed in time, as almost all are, it becomes neither.
	const until = next && isGranted(next) ? (next.answeredAt ?? Infinity) : Infinity;
	for (const at of [refreshDueAt + REFRESH_GRACE, expiresAt]) if (at <= until) points.add(at);
}
