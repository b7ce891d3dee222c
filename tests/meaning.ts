import type { Analysis } from '../src/lib/analysis/analysis.ts';
import type { Call } from '../src/lib/analysis/calls/call.ts';
import type { Conversation } from '../src/lib/analysis/calls/conversation.ts';
import type { Connection } from '../src/lib/analysis/connection.ts';
import type { Dialog } from '../src/lib/analysis/dialogs/dialog.ts';
import { outcomeOf } from '../src/lib/analysis/dialogs/referral.ts';
import type { Registration } from '../src/lib/analysis/registrations/registration.ts';
import type { SeenMessage } from '../src/lib/analysis/seen-message.ts';
import type { Transaction } from '../src/lib/analysis/transactions/transaction.ts';
import type { Entry } from '../src/lib/trace/entry.ts';

/** All that an analysis says, as plain data without times, by kind of subject. */
export function meaningOf(analysis: Analysis) {
	return {
		messages: analysis.messages.map(meaningOfMessage),
		transactions: analysis.transactions.map(meaning.transactions),
		dialogs: analysis.dialogs.map(meaning.dialogs),
		calls: analysis.calls.map(meaning.calls),
		conversations: analysis.conversations.map(meaning.conversations),
		registrations: analysis.registrations.map(meaning.registrations),
		connections: analysis.connections.map(meaning.connections)
	};
}

function meaningOfMessage(message: SeenMessage): unknown {
	return [
		message.entry.seq,
		message.userAgent.id,
		message.transaction?.id,
		message.dialog?.id,
		message.call?.id,
		message.registration?.id,
		message.retransmissionOf?.entry.seq
	];
}

/** The same of one subject, by kind. */
export const meaning = {
	transactions: ({ request, responses, final, acks, ...rest }: Transaction): unknown => [
		[
			rest.id,
			rest.method,
			rest.side,
			rest.cancels?.id,
			rest.cancelledBy?.id,
			rest.challengedBy?.id,
			rest.retriedBy?.id
		],
		[request, ...responses, final, ...acks].map((message) => message?.entry.seq)
	],
	dialogs: (dialog: Dialog): unknown => [
		[dialog.id, dialog.localTag, dialog.remoteTag, dialog.createdBy?.id, dialog.creator],
		[dialog.confirmedAt !== undefined, dialog.hasSession, dialog.localCSeq, dialog.remoteCSeq],
		[dialog.localContact, dialog.remoteContact, seqs(dialog.retargetings)],
		[dialog.ack?.entry.seq, dialog.bye?.entry.seq, seqs(dialog.outOfOrder), dialog.call?.id],
		[dialog.end?.reason, dialog.end?.by, dialog.end?.message.entry.seq],
		dialog.subscriptions.map(({ event, eventId, state, reason, notifications, referral }) => [
			[event, eventId, state, reason, seqs(notifications)],
			referral && [referral.uri, referral.replaces, outcomeOf(referral)]
		])
	],
	calls: (call: Call): unknown => [
		[call.id, call.phone, call.instance, call.direction, call.from, call.to],
		[call.state, call.outcome, call.failure, call.endedBy, call.heldBy, call.holds],
		[call.recording, call.recorded, call.parkedAt, call.flippedTo, call.forwardedTo],
		[call.replaces?.id, call.replacedBy?.id, call.handedOverBy?.request.entry.seq],
		[call.endedWith?.entry.seq, call.sessionId, call.sid],
		[seqs(call.messages), call.marks.map(({ seq }) => seq), call.conversation.id]
	],
	conversations: ({ id, calls, messages }: Conversation): unknown => [
		id,
		calls.map((call) => call.id),
		seqs(messages)
	],
	registrations: ({ id, messages, attempts, competitors }: Registration): unknown => [
		[id, seqs(messages), competitors.length],
		attempts.map(({ kind, status, challenged, askedSeconds, grantedSeconds }) => [
			[kind, status, challenged, askedSeconds, grantedSeconds]
		])
	],
	connections: ({ id, firstSeq, phone, instance, closedBy, closeCode }: Connection): unknown => [
		[id, firstSeq, phone, instance, closedBy, closeCode]
	]
};

function seqs(messages: readonly { entry: Entry }[]): number[] {
	return messages.map(({ entry }) => entry.seq);
}
