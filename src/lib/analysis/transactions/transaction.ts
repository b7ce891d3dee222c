import type { Subject } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';

/** A request and its responses (RFC 3261 §17), as one user agent saw them. */
export interface Transaction extends Subject {
	readonly id: string;
	readonly method: string;
	/** The side of the phone that saw it. */
	readonly side: 'client' | 'server';
	/** Absent where the trace began after it. */
	request?: SeenMessage;
	/** Without retransmissions. */
	readonly responses: SeenMessage[];
	final?: SeenMessage;
	/** Of an INVITE: that of a 2xx is its own transaction on the wire, and is kept here all the same. */
	ack?: SeenMessage;
	/**
	 * WebSockets are reliable, so timers D, I, J and K are zero: with its final response a transaction
	 * is terminated, an INVITE's with its ACK. What lacks it stays `completed`.
	 */
	state: 'trying' | 'proceeding' | 'completed' | 'terminated';
	/** The attempt, answered 401 or 407, that this one repeats with credentials. */
	challengedBy?: Transaction;
	retriedBy?: Transaction;
}
