import { parseVia } from '../../sip/fields/via.ts';
import { header, parseMessage } from '../../sip/message.ts';
import { type Duration, type Instant, MILLISECOND, SECOND } from '../../trace/instant.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Transaction } from './transaction.ts';

/** RFC 3261 §17, with `accepted` of RFC 6026 §7. */
export interface TransactionState {
	name: 'calling' | 'trying' | 'proceeding' | 'completed' | 'accepted' | 'confirmed' | 'terminated';
	since: Instant;
	/** Why it is terminated. */
	end?: TransactionEnd;
}

export type TransactionEnd =
	/** With its final response, and an INVITE with its ACK, or the time for it. */
	| 'answered'
	/** A final response, or the ACK of a refusal, never came (timers B, F and H). */
	| 'timeout'
	/** Its connection closed while it waited. */
	| 'connection lost'
	/** The socket was not open. */
	| 'never sent';

/** RFC 3261 §17.1.1.1, in its Table 4: an estimate of the round trip, and how long a message may last. */
const T1: Duration = 500 * MILLISECOND;
const T4: Duration = 5 * SECOND;

/** 64*T1: timers B, F, H, J, L and M. */
export const PATIENCE: Duration = 64 * T1;

/** Timer D. */
const ACK_REPEATED_FOR: Duration = 32 * SECOND;

/** A transaction's state at an instant, by what was seen until then. */
export function transactionState(transaction: Transaction, now: Instant): TransactionState {
	const { request, final } = transaction;
	if (request?.entry.undelivered) {
		return { name: 'terminated', since: request.entry.at, end: 'never sent' };
	}
	return final && final.entry.at <= now
		? answered(transaction, final.entry.at, now)
		: waiting(transaction, now);
}

/** Whether it waits for its final response. */
export function isOpen({ name }: TransactionState): boolean {
	return name === 'calling' || name === 'trying' || name === 'proceeding';
}

function waiting(transaction: Transaction, now: Instant): TransactionState {
	const { method, side, request, responses } = transaction;
	const provisional = responses.find(({ entry }) => entry.at <= now)?.entry.at;
	const begun = request?.entry.at ?? provisional ?? now;
	// A server's INVITE may ring on: there is no timer for its user.
	const patient = method === 'INVITE' && (provisional !== undefined || side === 'server');
	const timeout = patient ? Infinity : begun + PATIENCE;
	const lost = connectionLost(transaction, begun);
	const end = Math.min(timeout, lost);
	if (end <= now) {
		return { name: 'terminated', since: end, end: end === lost ? 'connection lost' : 'timeout' };
	}
	if (provisional !== undefined) return { name: 'proceeding', since: provisional };
	if (method !== 'INVITE') return { name: 'trying', since: begun };
	return { name: side === 'client' ? 'calling' : 'proceeding', since: begun };
}

/** When the connection closed that carried the request, if it did after it. */
function connectionLost({ request, connection }: Transaction, begun: Instant): Instant {
	const { closedAt, closedBy } = connection ?? {};
	if (closedAt === undefined || closedBy === undefined) return Infinity;
	return closedBy > (request?.entry.seq ?? 0) ? Math.max(begun, closedAt) : Infinity;
}

function answered(transaction: Transaction, at: Instant, now: Instant): TransactionState {
	if (transaction.method !== 'INVITE') {
		const linger = transaction.side === 'client' ? T4 : PATIENCE;
		return lingering('completed', at, isReliable(transaction) ? 0 : linger, now);
	}
	if ((transaction.final?.head.status ?? 0) < 300) {
		return lingering('accepted', at, PATIENCE, now);
	}
	if (transaction.side === 'client') {
		return lingering('completed', at, isReliable(transaction) ? 0 : ACK_REPEATED_FOR, now);
	}
	const ack = transaction.acks.find(({ entry }) => entry.at <= now);
	if (ack) return lingering('confirmed', ack.entry.at, isReliable(transaction) ? 0 : T4, now);
	const { since, name } = lingering('completed', at, PATIENCE, now);
	return name === 'completed' ? { name, since } : { name, since, end: 'timeout' };
}

/** A state that lasts for a while, to absorb retransmissions. */
function lingering(
	name: 'completed' | 'accepted' | 'confirmed',
	since: Instant,
	duration: Duration,
	now: Instant
): TransactionState {
	if (now < since + duration) return { name, since };
	return { name: 'terminated', since: since + duration, end: 'answered' };
}

/** Whether nothing needs to be sent again: over UDP alone it does (RFC 3261 §18). */
function isReliable({ request, responses }: Transaction): boolean {
	const message = request ?? responses[0];
	return message !== undefined && transportOf(message) !== 'UDP';
}

function transportOf({ entry }: SeenMessage): string {
	return parseVia(header(parseMessage(textOf(entry)), 'Via') ?? '').transport.toUpperCase();
}
