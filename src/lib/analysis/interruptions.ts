import type { Instant } from '../trace/instant.ts';
import type { Call } from './calls/call.ts';
import type { Connection } from './connection.ts';
import type { Dialog } from './dialogs/dialog.ts';
import type { SeenMessage } from './seen-message.ts';

/**
 * A time in which a call or dialog had no connection. No message tells of it: what the peer sent
 * meanwhile never arrived, and what the phone sent never left it (RFC 5626 §4.4).
 */
export interface Interruption {
	/** What carried it, and closed. */
	readonly connection: Connection;
	readonly lostAt: Instant;
	/** The next that the same user agent opened; absent where it opened none. */
	readonly reconnection?: Connection;
	/** Its first message on another connection. */
	readonly resumedWith?: SeenMessage;
}

/** As many connections are looked at to find the next one of the same user agent. */
const LOOK_FAR = 50;

/** Those of a call until `now`, in the order in which its connections were first used. */
export function interruptionsOf(
	call: Call,
	connections: readonly Connection[],
	now: Instant
): Interruption[] {
	const endedWith = call.state === 'ended' ? call.endedWith : undefined;
	return interruptions(call.messages, endedWith, connections, now);
}

/** Those of a dialog within a call; of one outside of calls its messages are not kept. */
export function dialogInterruptionsOf(
	dialog: Dialog,
	connections: readonly Connection[],
	now: Instant
): Interruption[] {
	const messages = dialog.call?.messages.filter((message) => message.dialog === dialog) ?? [];
	return interruptions(messages, dialog.end?.message, connections, now);
}

/** Requests that a phone sent for a call on a socket that was not open. */
export function undeliveredOf({ messages }: Call): SeenMessage[] {
	// Few are undelivered, and a head of long ago would be scanned again.
	return messages.filter((one) => one.entry.undelivered && one.head.kind === 'request');
}

function interruptions(
	messages: readonly SeenMessage[],
	endedWith: SeenMessage | undefined,
	connections: readonly Connection[],
	now: Instant
): Interruption[] {
	const used = new Set(messages.flatMap(({ connection }) => connection ?? []));
	const beginSeq = messages[0]?.entry.seq ?? Infinity;
	const endSeq = endedWith?.entry.seq ?? Infinity;
	return [...used].flatMap((connection) => {
		const { closedAt, closedBy } = connection;
		if (closedAt === undefined || closedBy === undefined) return [];
		if (closedAt > now || closedBy < beginSeq || closedBy > endSeq) return [];
		const resumedWith = messages.find(
			(message) => isAfter(message, closedBy, now) && message.connection !== connection
		);
		const reconnection = nextOf(connection, connections, now);
		return [{ connection, lostAt: closedAt, reconnection, resumedWith }];
	});
}

function isAfter({ entry }: SeenMessage, seq: number, now: Instant): boolean {
	return entry.seq > seq && entry.at <= now && !entry.undelivered;
}

function nextOf(
	connection: Connection,
	connections: readonly Connection[],
	now: Instant
): Connection | undefined {
	const at = connections.indexOf(connection);
	return connections
		.slice(at + 1, at + 1 + LOOK_FAR)
		.find(
			({ userAgent, openedAt = Infinity }) => userAgent === connection.userAgent && openedAt <= now
		);
}
