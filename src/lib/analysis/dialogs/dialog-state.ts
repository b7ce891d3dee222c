import type { Instant } from '../../trace/instant.ts';
import { PATIENCE } from '../transactions/transaction-state.ts';
import type { Dialog } from './dialog.ts';
import { isExpired, isLive } from './subscription.ts';

/** RFC 3261 §12. */
export interface DialogState {
	name: 'early' | 'confirmed' | 'terminated';
	since: Instant;
}

/** A dialog's state at an instant, by what was seen until then. */
export function dialogState(dialog: Dialog, now: Instant): DialogState {
	const over = Math.min(dialog.end?.message.entry.at ?? Infinity, silentEndOf(dialog, now));
	if (over <= now) return { name: 'terminated', since: over };
	const { confirmedAt, startedAt, createdBy } = dialog;
	if (confirmedAt !== undefined && confirmedAt <= now) {
		return { name: 'confirmed', since: confirmedAt };
	}
	// Where the beginning was not seen, what is said within it tells that it is confirmed.
	return { name: createdBy ? 'early' : 'confirmed', since: startedAt };
}

/** When it ends without any message. */
function silentEndOf(dialog: Dialog, now: Instant): Instant {
	const { confirmedAt, createdBy, hasSession, subscriptions } = dialog;
	if (hasSession) {
		const final = createdBy?.final;
		const answered = final !== undefined && final.head.status < 300;
		// Another branch of the fork has answered: what rings on is given up (RFC 3261 §13.2.2.4).
		return answered && confirmedAt === undefined ? final.entry.at + PATIENCE : Infinity;
	}
	const live = subscriptions.filter(isLive);
	if (live.length === 0 || !live.every((one) => isExpired(one, now))) return Infinity;
	return Math.max(...live.map(({ expiresAt = -Infinity }) => expiresAt));
}
