import type { Instant } from '../../trace/instant.ts';
import type { Answered } from './attempts-at.ts';
import { hasSucceeded, isBinding } from './registration-attempt.ts';
import { bindingOf } from './registration-state.ts';
import type { RegistrationAttempt } from './registration.ts';

/** What was found once holds for good: it depends on earlier attempts alone. */
const known = new WeakMap<RegistrationAttempt, Instant>();

/** Since when a binding has been held without a gap: each grant came before the one before it ended. */
export function heldSince(attempts: readonly RegistrationAttempt[], granted: Answered): Instant {
	const refreshes: Answered[] = [];
	let since = granted.answeredAt;
	for (let index = attempts.lastIndexOf(granted); index >= 0; index--) {
		const attempt = attempts[index];
		if (attempt === undefined || !hasSucceeded(attempt) || attempt.kind === 'fetch') continue;
		if (!isBinding(attempt) || bindingOf(attempt as Answered).expiresAt < since) break;
		const found = known.get(attempt);
		since = found ?? (attempt as Answered).answeredAt;
		refreshes.push(attempt as Answered);
		if (found !== undefined) break;
	}
	for (const refresh of refreshes) known.set(refresh, since);
	return since;
}
