import type { Entry } from '../../trace/entry.ts';
import type { Instant } from '../../trace/instant.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import type { Referral } from '../dialogs/referral.ts';
import { appended, NONE } from '../few.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Side } from '../side.ts';
import type { UserAgent } from '../user-agent.ts';
import type { Call, CallOutcome, CallState, Party } from './call.ts';
import type { Conversation } from './conversation.ts';
import { partyOf } from './party.ts';

/** A call whose messages are being followed. Who speaks is read when it is asked for. */
export class SeenCall implements Call {
	revision = 0;
	readonly id: string;
	readonly callId: string;
	readonly userAgent: UserAgent;
	readonly phone: string | undefined;
	readonly instance: string | undefined;
	readonly connection: string | undefined;
	readonly direction: Call['direction'];
	readonly startedAt: Instant;
	readonly messages: SeenMessage[] = [];
	dialogs: readonly Dialog[] = NONE;
	marks: readonly Entry[];
	conversation: Conversation;
	/** What told its session. */
	identifiedBy: SeenMessage | undefined = undefined;
	sessionId: string | undefined = undefined;
	sid: string | undefined = undefined;
	state: CallState = 'calling';
	outcome: CallOutcome | undefined = undefined;
	ringingAt: Instant | undefined = undefined;
	answeredAt: Instant | undefined = undefined;
	endedAt: Instant | undefined = undefined;
	endedWith: SeenMessage | undefined = undefined;
	endedBy: Side | undefined = undefined;
	failure: Call['failure'] = undefined;
	heldBy: Call['heldBy'] = undefined;
	holds = 0;
	recording = false;
	recorded = false;
	parkedAt: string | undefined = undefined;
	flippedTo: string | undefined = undefined;
	forwardedTo: string | undefined = undefined;
	retrieves: Call | undefined = undefined;
	retrievedBy: Call | undefined = undefined;
	replaces: Call | undefined = undefined;
	replacedBy: Call | undefined = undefined;
	handedOverBy: Referral | undefined = undefined;
	readonly #first: SeenMessage;
	#from: Party | undefined = undefined;
	#to: Party | undefined = undefined;

	constructor(
		id: string,
		callId: string,
		first: SeenMessage,
		marks: readonly Entry[],
		conversation: Conversation
	) {
		const { entry, userAgent } = first;
		this.id = id;
		this.callId = callId;
		this.userAgent = userAgent;
		this.phone = entry.phone;
		this.instance = entry.instance ?? userAgent.instance;
		this.connection = entry.connection;
		this.direction = directionOf(first);
		this.startedAt = entry.at;
		this.marks = marks;
		this.conversation = conversation;
		this.#first = first;
	}

	get from(): Party {
		const { head, content } = this.#first;
		return (this.#from ??= partyOf(head.from, content?.command));
	}

	get to(): Party {
		return (this.#to ??= partyOf(this.#first.head.to));
	}

	get partyId(): string | undefined {
		return this.identifiedBy?.content?.partyId;
	}

	/** Takes a dialog of its Call-ID. */
	adopt(dialog: Dialog): void {
		dialog.call = this;
		this.dialogs = appended(this.dialogs, dialog);
	}
}

function directionOf({ head, entry }: SeenMessage): Call['direction'] {
	if (head.kind !== 'request' || head.method !== 'INVITE' || head.toTag !== '') return 'unknown';
	return entry.direction === 'sent' ? 'outbound' : 'inbound';
}
