import type { Instant } from '../../trace/instant.ts';
import { hasSucceeded } from './registration-attempt.ts';
import type { Registration, RegistrationAttempt } from './registration.ts';
import { countBefore } from '../../trace/count-before.ts';

export type Answered = RegistrationAttempt & { answeredAt: Instant };

type Attempts = Pick<Registration, 'attempts' | 'inOrder'>;

/** The latest attempt that had begun by an instant, and that is of a kind. */
export function latestBegun(
	registration: Attempts,
	now: Instant,
	isMeant: (attempt: RegistrationAttempt) => boolean
): RegistrationAttempt | undefined {
	return findBack(registration, now, (one) => one.startedAt <= now && isMeant(one));
}

/** The latest attempt that had succeeded by an instant, and that is of a kind. */
export function latestSuccess(
	registration: Attempts,
	now: Instant,
	isMeant: (attempt: RegistrationAttempt) => boolean
): Answered | undefined {
	const found = findBack(registration, now, (one) => succeededBy(one, now) && isMeant(one));
	return found && succeededBy(found, now) ? found : undefined;
}

export function succeededBy(attempt: RegistrationAttempt, now: Instant): attempt is Answered {
	return (attempt.answeredAt ?? Infinity) <= now && hasSucceeded(attempt);
}

/** How many attempts had begun by an instant, in their order. */
export function begunUntil({ attempts, inOrder }: Attempts, now: Instant): number {
	if (inOrder) return countBegun(attempts, now);
	return attempts.findLastIndex(({ startedAt }) => startedAt <= now) + 1;
}

/** From the latest that may be meant, so that any moment of a long registration is found at once. */
function findBack(
	{ attempts, inOrder }: Attempts,
	now: Instant,
	isFound: (attempt: RegistrationAttempt) => boolean
): RegistrationAttempt | undefined {
	let index = (inOrder ? countBegun(attempts, now) : attempts.length) - 1;
	for (; index >= 0; index--) {
		const attempt = attempts[index];
		if (attempt && isFound(attempt)) return attempt;
	}
	return undefined;
}

function countBegun(attempts: readonly RegistrationAttempt[], now: Instant): number {
	return countBefore(attempts.length, (at) => (attempts[at]?.startedAt ?? Infinity) <= now);
}
