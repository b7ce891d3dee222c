import { actionWithoutEffect } from './calls/action-without-effect.ts';
import { answeredElsewhere } from './calls/answered-elsewhere.ts';
import { callCutOff } from './calls/call-cut-off.ts';
import { callFailed } from './calls/call-failed.ts';
import { calleeRefused } from './calls/callee-refused.ts';
import { decisionNeverSettles } from './calls/decision-never-settles.ts';
import { edgeAnswered } from './calls/edge-answered.ts';
import { unknownDialog } from './calls/unknown-dialog.ts';
import { connectionFailed } from './connections/connection-failed.ts';
import { socketLeftOpen } from './connections/socket-left-open.ts';
import { socketLost } from './connections/socket-lost.ts';
import { mediaNotConnected } from './media/media-not-connected.ts';
import { noCommonCodec } from './media/no-common-codec.ts';
import { noTelephoneEvent } from './media/no-telephone-event.ts';
import { oneWayMedia } from './media/one-way-media.ts';
import { slowGathering } from './media/slow-gathering.ts';
import { binaryFrame } from './messages/binary-frame.ts';
import { checkSync } from './messages/check-sync.ts';
import { commandRefused } from './messages/command-refused.ts';
import { cseqCollision } from './messages/cseq-collision.ts';
import { foreignCommand } from './messages/foreign-command.ts';
import { frameWithoutCseq } from './messages/frame-without-cseq.ts';
import { malformedMessage } from './messages/malformed-message.ts';
import { transferFailed } from './messages/transfer-failed.ts';
import { undelivered } from './messages/undelivered.ts';
import { expiryMisread } from './registrations/expiry-misread.ts';
import { expiryTooShort } from './registrations/expiry-too-short.ts';
import { expiryUnreadable } from './registrations/expiry-unreadable.ts';
import { refreshMissed } from './registrations/refresh-missed.ts';
import { refreshRefused } from './registrations/refresh-refused.ts';
import { registrationRefused } from './registrations/registration-refused.ts';
import { slotsFull } from './registrations/slots-full.ts';
import { supersededInstance } from './registrations/superseded-instance.ts';
import { ackMissing } from './transactions/ack-missing.ts';
import { challengeUnreadable } from './transactions/challenge-unreadable.ts';
import { commandWithoutResult } from './transactions/command-without-result.ts';
import { finalWithoutProgress } from './transactions/final-without-progress.ts';
import { reInviteRefused } from './transactions/re-invite-refused.ts';
import { registerUnanswered } from './transactions/register-unanswered.ts';
import { requestUnanswered } from './transactions/request-unanswered.ts';
import { retransmissionStorm } from './transactions/retransmission-storm.ts';
import { staleNonce } from './transactions/stale-nonce.ts';
import { transferRefused } from './transactions/transfer-refused.ts';
import { transferWithoutBye } from './transactions/transfer-without-bye.ts';
import { unchallengedCall } from './transactions/unchallenged-call.ts';
import { wrongPassword } from './transactions/wrong-password.ts';
import { wrongRealm } from './transactions/wrong-realm.ts';
import type { AnyRule, Rule, Scope } from './rule.ts';
import type { RuleId } from './rule-id.ts';

/** Every rule there is; findings that the same entry proves come in this order. */
export const RULES: readonly AnyRule[] = [
	slotsFull,
	wrongPassword,
	wrongRealm,
	staleNonce,
	challengeUnreadable,
	registrationRefused,
	refreshRefused,
	refreshMissed,
	supersededInstance,
	registerUnanswered,
	expiryTooShort,
	expiryUnreadable,
	expiryMisread,
	unchallengedCall,
	finalWithoutProgress,
	edgeAnswered,
	ackMissing,
	reInviteRefused,
	transferRefused,
	transferFailed,
	transferWithoutBye,
	commandRefused,
	commandWithoutResult,
	undelivered,
	requestUnanswered,
	retransmissionStorm,
	cseqCollision,
	frameWithoutCseq,
	binaryFrame,
	malformedMessage,
	foreignCommand,
	checkSync,
	callCutOff,
	calleeRefused,
	callFailed,
	answeredElsewhere,
	decisionNeverSettles,
	actionWithoutEffect,
	unknownDialog,
	mediaNotConnected,
	oneWayMedia,
	noCommonCodec,
	noTelephoneEvent,
	slowGathering,
	connectionFailed,
	socketLost,
	socketLeftOpen
];

type RulesFor = { readonly [S in Scope]: readonly Rule<S>[] };

/** Those that look at subjects of one kind. */
const RULES_FOR: RulesFor = {
	message: rulesFor('message'),
	transaction: rulesFor('transaction'),
	attempt: rulesFor('attempt'),
	registration: rulesFor('registration'),
	call: rulesFor('call'),
	connection: rulesFor('connection')
};

/** By a method that rules name. */
const BY_METHOD: ReadonlyMap<string, RulesFor> = new Map(
	[...new Set(RULES.flatMap(({ methods = [] }) => methods))].map((method) => [
		method,
		{
			...RULES_FOR,
			message: rulesFor('message', method),
			transaction: rulesFor('transaction', method)
		}
	])
);

/** Those to ask about a subject; of messages and transactions, by their method. */
export function rulesOn<S extends Scope>(scope: S, method: string): RulesFor[S] {
	return (BY_METHOD.get(method) ?? RULES_FOR)[scope];
}

const RANKS: ReadonlyMap<RuleId, number> = new Map(RULES.map(({ id }, rank) => [id, rank]));

/** A rule's place in the table. */
export function rankOf(id: RuleId): number {
	return RANKS.get(id) ?? RULES.length;
}

function rulesFor<S extends Scope>(scope: S, method = ''): readonly Rule<S>[] {
	return RULES.filter(
		(rule): rule is AnyRule & Rule<S> =>
			rule.scope === scope && (rule.methods?.includes(method) ?? true)
	);
}
