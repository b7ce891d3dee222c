import { type Instant, SECOND } from '../../trace/instant.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Side } from '../side.ts';
import type { Referral } from './referral.ts';

/** What one side has asked to be told of (RFC 6665): of an event, or of what becomes of its REFER. */
export interface Subscription {
	/** `refer`, `presence`, `dialog`, `message-summary`; `''` where no message names it. */
	readonly event: string;
	/** The event's `id`, where several of one kind are told apart. */
	readonly eventId?: string;
	readonly subscriber: Side;
	/** The SUBSCRIBE or REFER; absent where the trace began after it. */
	readonly request?: SeenMessage;
	readonly notifications: SeenMessage[];
	/** By what messages say; that it has expired, `isExpired` tells. */
	state: 'requested' | 'refused' | 'pending' | 'active' | 'terminated';
	/** `noresource`, `timeout`, …: why it was terminated. */
	reason?: string;
	/** When it ends unless renewed, where a message says so. */
	expiresAt?: Instant;
	/** Of a REFER's. */
	readonly referral?: Referral;
}

/** Whether someone is still to be told of something. */
export function isLive({ state }: Subscription): boolean {
	return state !== 'terminated' && state !== 'refused';
}

/** Whether its time is over without a NOTIFY that says so. */
export function isExpired({ state, expiresAt }: Subscription, now: Instant): boolean {
	return state !== 'terminated' && expiresAt !== undefined && expiresAt <= now;
}

/** The instant so many seconds after a message; `undefined` where it names none. */
export function expiryOf({ entry }: SeenMessage, seconds: number): Instant | undefined {
	return seconds < 0 ? undefined : entry.at + seconds * SECOND;
}
