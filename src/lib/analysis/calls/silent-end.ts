import { type Duration, type Instant, SECOND } from '../../trace/instant.ts';
import type { Connection } from '../connection.ts';
import { interruptionsOf } from '../interruptions.ts';
import { PATIENCE, transactionState } from '../transactions/transaction-state.ts';
import type { Call } from './call.ts';

/** How a call comes to nothing without a message that says so. */
export interface SilentEnd {
	readonly reason:
		/** The socket was not open when it was dialled. */
		| 'never sent'
		/** Nothing answered its INVITE in time (timer B, RFC 3261 §17.1.1.2). */
		| 'no response'
		/** It was asked for credentials, and not tried again. */
		| 'challenge not met'
		/** Its connection closed, and nothing of it was seen on another. */
		| 'connection lost';
	readonly at: Instant;
}

/** So long after its connection is lost, an answered call may still be resumed by a re-INVITE. */
const RESUMED_WITHIN: Duration = 10 * SECOND;

/**
 * What a call that no message ended has come to at an instant, as `transactionState` is for
 * transactions; `undefined` while it goes on, or may.
 *
 * @param connections of the analysis.
 */
export function silentEndOf(
	call: Call,
	connections: readonly Connection[],
	now: Instant
): SilentEnd | undefined {
	if (call.state === 'ended') return undefined;
	return call.answeredAt === undefined
		? unansweredEnd(call, connections, now)
		: cutOff(call, connections, now, RESUMED_WITHIN);
}

function unansweredEnd(
	call: Call,
	connections: readonly Connection[],
	now: Instant
): SilentEnd | undefined {
	const inviting = call.messages.findLast(({ transaction }) => transaction?.method === 'INVITE');
	const transaction = inviting?.transaction;
	if (transaction === undefined) return undefined;
	const { end, since } = transactionState(transaction, now);
	switch (end) {
		case 'never sent':
			return { reason: 'never sent', at: since };
		case 'timeout':
			return { reason: 'no response', at: since };
		case 'connection lost':
			return cutOff(call, connections, now, 0);
		case 'answered': {
			const { final } = transaction;
			if (final === undefined || final.entry.at + PATIENCE > now) return undefined;
			return { reason: 'challenge not met', at: final.entry.at };
		}
		case undefined:
			return undefined;
	}
}

function cutOff(
	call: Call,
	connections: readonly Connection[],
	now: Instant,
	patience: Duration
): SilentEnd | undefined {
	const last = interruptionsOf(call, connections, now).at(-1);
	if (last === undefined || last.resumedWith || last.lostAt + patience > now) return undefined;
	return { reason: 'connection lost', at: last.lostAt };
}
