import type { Entry } from '../../trace/entry.ts';
import type { Instant } from '../../trace/instant.ts';
import type { Subject } from '../changes.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import type { Referral } from '../dialogs/referral.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Side } from '../side.ts';
import type { UserAgent } from '../user-agent.ts';
import type { Conversation } from './conversation.ts';

/** Who is on one side of a call. */
export interface Party {
	/** Extension or telephone number, or whatever the user part is; `''` where there is none. */
	number: string;
	name?: string;
	uri: string;
}

export type CallOutcome =
	| 'answered'
	| 'failed'
	| 'cancelled'
	| 'declined'
	| 'voicemail'
	| 'forwarded'
	| 'replied'
	| 'answered elsewhere'
	| 'transferred'
	| 'parked'
	| 'flipped'
	/** Another call took its place (RFC 3891), such as the one that it was to bring about. */
	| 'replaced'
	/** The other side knew nothing of it any more. */
	| 'lost'
	| 'missed';

export type CallState = 'calling' | 'ringing' | 'answered' | 'held' | 'ended';

/** All that shares a Call-ID, as one user agent saw it: a leg, where a B2BUA joins several. */
export interface Call extends Subject {
	/** The Call-ID; where several user agents saw it, the later ones' ids have `;` and theirs added. */
	readonly id: string;
	readonly callId: string;
	readonly userAgent: UserAgent;
	readonly phone?: string;
	readonly instance?: string;
	/** The one that carried its first message. */
	readonly connection?: string;
	/** `unknown` where the trace began in mid-call. */
	readonly direction: 'inbound' | 'outbound' | 'unknown';
	readonly from: Party;
	readonly to: Party;
	readonly messages: readonly SeenMessage[];
	/** In the order in which they began; several where its INVITE forked. */
	readonly dialogs: readonly Dialog[];
	/** Phone and media entries with this Call-ID, in order of seq; some precede its first message. */
	readonly marks: readonly Entry[];
	/** RingCentral's name for the call, across its legs: `session-id` of `p-rc-api-ids`. */
	readonly sessionId?: string;
	/** RingCentral's name for this phone's part in it: `party-id`, beside it. */
	readonly partyId?: string;
	/** RingCentral's number for it, in XML. */
	readonly sid?: string;
	state: CallState;
	/** Set when it has ended, or where it is certain before: `answered` from the answer on. */
	outcome?: CallOutcome;
	readonly startedAt: Instant;
	ringingAt?: Instant;
	answeredAt?: Instant;
	endedAt?: Instant;
	/** Final response that refused it. */
	failure?: { status: number; reason: string };
	/** What ended it: a BYE, a refusal, the answer to a CANCEL. */
	endedWith?: SeenMessage;
	/** Who wanted it to end. */
	endedBy?: Side;
	heldBy?: Side | 'both';
	/** How often it was put on hold, by either side. */
	holds: number;
	/** Whether it is recorded now, and whether it was at any time. */
	recording: boolean;
	recorded: boolean;
	/** The park extension: `813`. */
	parkedAt?: string;
	/** The number of the telephone at which it goes on. */
	flippedTo?: string;
	/** The number that its phone, while it rang, sent it to. */
	forwardedTo?: string;
	/** The parked call that it picks up, by dialling `*813`, and who picked this one up. */
	retrieves?: Call;
	retrievedBy?: Call;
	/** The call whose place it takes, by its INVITE's Replaces. */
	replaces?: Call;
	replacedBy?: Call;
	/** The transfer by which it is handed over: a phone's call to the one whom it transfers to. */
	handedOverBy?: Referral;
	conversation: Conversation;
}
