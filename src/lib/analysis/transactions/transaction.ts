import type { Subject } from '../changes.ts';
import type { Connection } from '../connection.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { UserAgent } from '../user-agent.ts';

/**
 * A request and its responses (RFC 3261 §17), as one user agent saw them. In which state it is, at a
 * time, `transactionState` tells.
 */
export interface Transaction extends Subject {
	/** Unique within the analysis. */
	readonly id: string;
	/** That of CSeq; an ACK is no transaction of its own here. */
	readonly method: string;
	/** The side of the user agent that saw it. */
	readonly side: 'client' | 'server';
	/** Of the topmost Via. */
	readonly branch: string;
	readonly cseq: number;
	readonly userAgent: UserAgent;
	/** The one that carried its first message. */
	readonly connection?: Connection;
	/** Absent where the trace began after it. */
	request?: SeenMessage;
	/** Without retransmissions. A fork has several final ones, if they are 2xx. */
	readonly responses: readonly SeenMessage[];
	/** The first of them. */
	final?: SeenMessage;
	/**
	 * Of an INVITE, without retransmissions. The ACK of a 2xx is a transaction of its own on the wire
	 * (RFC 3261 §13.2.2.4), and is kept here all the same; a fork has one for each 2xx.
	 */
	readonly acks: readonly SeenMessage[];
	/** Of any of its messages. */
	readonly retransmissions: readonly SeenMessage[];
	/** The attempt, answered 401 or 407, that this one repeats with credentials. */
	challengedBy?: Transaction;
	retriedBy?: Transaction;
	/** Of a CANCEL: the INVITE that it is to end. */
	cancels?: Transaction;
	/** Of an INVITE: the CANCEL. */
	cancelledBy?: Transaction;
}
