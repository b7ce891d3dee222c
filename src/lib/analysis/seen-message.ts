import type { MessageHead } from '../sip/head.ts';
import type { MessageEntry } from '../trace/entry.ts';
import type { Call } from './calls/call.ts';
import type { Connection } from './connection.ts';
import type { Content } from './content.ts';
import type { Dialog } from './dialogs/dialog.ts';
import type { Registration, RegistrationAttempt } from './registrations/registration.ts';
import type { Transaction } from './transactions/transaction.ts';
import type { UserAgent } from './user-agent.ts';

/** A message entry with what it means. Later entries may add to its meaning. */
export interface SeenMessage {
	readonly entry: MessageEntry;
	readonly head: MessageHead;
	/** Who sent or received it. */
	readonly userAgent: UserAgent;
	/** What carried it, where the trace knows. */
	readonly connection?: Connection;
	readonly content?: Content;
	/** Absent where the message is unreadable. */
	transaction?: Transaction;
	/** Absent where it is within none, such as what begins one. */
	dialog?: Dialog;
	call?: Call;
	registration?: Registration;
	/** Of the registration, the attempt that the message belongs to. */
	attempt?: RegistrationAttempt;
	/** The earlier message that this one repeats (RFC 3261 §17). */
	retransmissionOf?: SeenMessage;
}
