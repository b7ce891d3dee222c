import type { Entry } from '../../trace/entry.ts';
import type { Instant } from '../../trace/instant.ts';
import type { Subject } from '../changes.ts';
import type { Conversation } from './conversation.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';

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
	direction: 'inbound' | 'outbound' | 'unknown';
	from: Party;
	to: Party;
	readonly messages: SeenMessage[];
	/** In the order in which they began; several where its INVITE forked. */
	readonly dialogs: Dialog[];
	/** Phone and media entries with this Call-ID, in order of seq; some precede its first message. */
	readonly marks: Entry[];
	state: CallState;
	/** Set when it has ended, or where it is certain before: `answered` from the answer on. */
	outcome?: CallOutcome;
	readonly startedAt: Instant;
	ringingAt?: Instant;
	answeredAt?: Instant;
	endedAt?: Instant;
	/** Final response that refused it. */
	failure?: { status: number; reason: string };
	endedBy?: 'local' | 'remote';
	heldBy?: 'local' | 'remote' | 'both';
	/** How often it was put on hold, by either side. */
	holds: number;
	conversation: Conversation;
}
