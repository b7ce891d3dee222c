import type { Instant } from '../../trace/instant.ts';
import { isOpen, PATIENCE, transactionState } from '../transactions/transaction-state.ts';
import type { RegistrationAttempt } from './registration.ts';

/** What an attempt has come to. */
export interface Answer {
	kind:
		| 'final'
		/** It was challenged, and nobody has answered the challenge. */
		| 'challenge'
		/** Nobody has answered, or will. */
		| 'none'
		/** There may yet be an answer. */
		| 'awaited';
	since: Instant;
}

/** What an attempt has come to at an instant, by what was seen until then. */
export function answerAt(attempt: RegistrationAttempt, now: Instant): Answer {
	const { answeredAt, messages, startedAt } = attempt;
	if (answeredAt !== undefined && answeredAt <= now) return { kind: 'final', since: answeredAt };
	const transaction = messages.findLast(({ entry }) => entry.at <= now)?.transaction;
	if (transaction === undefined) return { kind: 'awaited', since: startedAt };
	const challengedAt = transaction.final?.entry.at;
	if (challengedAt !== undefined && challengedAt <= now) {
		return challengedAt + PATIENCE <= now
			? { kind: 'challenge', since: challengedAt }
			: { kind: 'awaited', since: startedAt };
	}
	const state = transactionState(transaction, now);
	return isOpen(state)
		? { kind: 'awaited', since: startedAt }
		: { kind: 'none', since: state.since };
}
