import type { SeenMessage } from '../analysis/seen-message.ts';
import { PATIENCE } from '../analysis/transactions/transaction-state.ts';
import type { Instant } from '../trace/instant.ts';

/** A message that waited in vain for what must follow it. */
export interface Vain {
	/** The request; or the 2xx to an INVITE, which waits for its ACK. */
	readonly message: SeenMessage;
	/** When nobody waited any longer. */
	readonly at: Instant;
	readonly because: 'timeout' | 'socket closed';
}

/** Whether a message still waits, by all that is known now. */
export function isInVain({ message, because }: Vain): boolean {
	const { transaction } = message;
	if (transaction === undefined || !isWaiting(message)) return false;
	const { request, method, responses } = transaction;
	// An INVITE that rings has no timer (RFC 3261 §17.1.1.2).
	const patient = request === message && method === 'INVITE' && responses.length > 0;
	return because === 'socket closed' || !patient;
}

/** The messages that wait, until their time is over or their connection closes. */
export class Waiting {
	/** In the order in which their time ends. */
	readonly #all = new Set<SeenMessage>();
	readonly #byConnection = new Map<string, Set<SeenMessage>>();

	/** Takes the next message. */
	take(message: SeenMessage): void {
		if (message.retransmissionOf || message.entry.undelivered || !isWaiting(message)) return;
		this.#all.add(message);
		const { connection } = message.entry;
		if (connection === undefined) return;
		const others = this.#byConnection.get(connection);
		if (others) others.add(message);
		else this.#byConnection.set(connection, new Set([message]));
	}

	/** Those whose time was over by then, in order. */
	over(now: Instant): Vain[] {
		const vain: Vain[] = [];
		for (const message of this.#all) {
			const { at: begun, connection } = message.entry;
			const at = begun + PATIENCE;
			if (at > now) break;
			this.#all.delete(message);
			this.#byConnection.get(connection ?? '')?.delete(message);
			vain.push({ message, at, because: 'timeout' });
		}
		return vain.filter(isInVain);
	}

	/** Those that waited on a connection that closes. */
	lost(connection: string, at: Instant): Vain[] {
		const messages = [...(this.#byConnection.get(connection) ?? [])];
		this.#byConnection.delete(connection);
		for (const message of messages) this.#all.delete(message);
		return messages
			.map((message): Vain => ({ message, at, because: 'socket closed' }))
			.filter(isInVain);
	}
}

/** Whether something must follow it, and has not yet. */
function isWaiting(message: SeenMessage): boolean {
	const { transaction } = message;
	if (transaction === undefined) return false;
	const { request, final, acks, cancelledBy } = transaction;
	// The SDK leaves an INVITE that was cancelled without its 487.
	if (request === message) return final === undefined && cancelledBy === undefined;
	if (final !== message || transaction.method !== 'INVITE' || acks.length > 0) return false;
	return message.head.status < 300;
}
