import type { Instant } from '../../trace/instant.ts';
import type { Call } from '../calls/call.ts';
import type { Subject } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Side } from '../side.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { UserAgent } from '../user-agent.ts';
import type { Subscription } from './subscription.ts';

/**
 * Two peers that talk with each other (RFC 3261 §12), as one user agent saw it: a Call-ID and two tags.
 * Where an INVITE forks, one call has several. Its state, at a time, `dialogState` tells.
 */
export interface Dialog extends Subject {
	/** Unique within the analysis. */
	readonly id: string;
	readonly callId: string;
	readonly userAgent: UserAgent;
	/** Absent for a subscription outside of calls. */
	call?: Call;
	/** Of whoever saw it. */
	readonly localTag: string;
	readonly remoteTag: string;
	/** The INVITE, SUBSCRIBE or REFER that made it; absent where the trace began after it. */
	readonly createdBy?: Transaction;
	/** Who sent that; where the trace began later, it is not known. */
	readonly creator?: Side;
	readonly startedAt: Instant;
	/** When it was no longer early. */
	confirmedAt?: Instant;
	/** The ACK of the 2xx that confirmed it. */
	ack?: SeenMessage;
	/** Whether it has a session, be that a ringing one: one of INVITE, until BYE. */
	hasSession: boolean;
	/** The first one. */
	bye?: SeenMessage;
	/** Those of SUBSCRIBE, and of REFER (RFC 3515 §2.4.4), in order. */
	subscriptions: readonly Subscription[];
	/** What each side's Contact said last: where the other sends its requests (RFC 3261 §12.2). */
	localContact: string;
	remoteContact: string;
	/** Messages in which a side told another Contact than before: target refresh. */
	retargetings: readonly SeenMessage[];
	/** The highest CSeq number of each side's requests; -1 before the first. */
	localCSeq: number;
	remoteCSeq: number;
	/** Requests whose CSeq number is lower than that of one before them (RFC 3261 §12.2.2). */
	outOfOrder: readonly SeenMessage[];
	/** Set when nothing keeps it any more, neither session nor subscription. */
	end?: DialogEnd;
}

export interface DialogEnd {
	readonly reason:
		| 'bye'
		/** A final response that is none of 2xx, or a 199 (RFC 6228), to an INVITE that had got no other. */
		| 'refused'
		/** The peer knows nothing of it, or does not answer: 481 or 408 (RFC 3261 §12.2.1.2). */
		| 'lost by the peer'
		| 'subscription ended';
	/** Who ended it: who sent the message. */
	readonly by: Side;
	readonly message: SeenMessage;
}
