import { SECOND } from '../../../trace/instant.ts';
import { isGranted } from '../../registrations/registration-attempt.ts';
import type { Registration, RegistrationAttempt } from '../../registrations/registration.ts';
import type { Rule } from '../rule.ts';
import { SDK } from '../sdk.ts';
import { lapse, phoneName } from '../words.ts';
import { proofOf } from './registration-words.ts';

/** A timer that runs out beside the answer says nothing. */
const GRACE = SECOND;

export const refreshMissed: Rule<'attempt'> = {
	id: 'refresh-missed',
	severity: 'error',
	title: 'A registration that ran out',
	fires:
		'A granted binding expires while its socket is open, and no REGISTER was sent to renew it; also where one comes later.',
	source: `RFC 3261 §10.2.4; ${SDK}: the refresh is one timer, 3 s before the end`,
	scope: 'attempt',
	check(attempt, analysis) {
		const { answeredAt, messages, next, connection } = attempt;
		if (answeredAt === undefined || !isGranted(attempt)) return undefined;
		const expiresAt = answeredAt + (attempt.grantedSeconds ?? attempt.askedSeconds) * SECOND;
		const due = expiresAt + GRACE;
		if (next && next.startedAt <= due) return undefined;
		const registration = messages[0]?.registration;
		// What an import does not tell of sockets may have ended long before.
		if (registration === undefined || connection?.openedAt === undefined) return undefined;
		if (connection.closedAt !== undefined && connection.closedAt <= due) return undefined;
		if (isTakenOver(registration, attempt)) return undefined;
		const name = phoneName(registration, analysis);
		const advice =
			'The page slept: a laptop that was closed, or a tab in the background whose timers the browser held back. When it wakes, start() again at once, and after each “visibilitychange” compare the time since the last 200.';
		if (next) {
			const late = lapse(next.startedAt - expiresAt);
			return {
				sentence: `${name} did not renew its registration in time: for ${late} no call could reach it.`,
				advice,
				evidence: [...proofOf(attempt), next.messages[0]?.entry]
			};
		}
		return {
			sentence: `${name} did not renew its registration, which has run out: no call reaches it.`,
			advice,
			evidence: proofOf(attempt),
			due
		};
	}
};

/** Whether another phone has registered the same instance since. */
function isTakenOver(registration: Registration, { messages }: RegistrationAttempt): boolean {
	const granted = messages.at(-1)?.entry.seq ?? Infinity;
	return registration.competitors.some((other) => {
		const [first] = other.attempts.at(-1)?.messages ?? [];
		return other !== registration && (first?.entry.seq ?? 0) > granted;
	});
}
