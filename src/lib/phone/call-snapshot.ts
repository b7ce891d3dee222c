import type WebPhone from 'ringcentral-web-phone';
import InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import OutboundCallSession from 'ringcentral-web-phone/call-session/outbound';
import InboundMessage from 'ringcentral-web-phone/sip-message/inbound';
import type { Instant } from '../trace/instant.ts';
import type { CallAction } from './call-actions.ts';
import { RunningCall, type CallSession } from './running-call.ts';

/** A call as another page needs it, to show it and to go on with it. It can be cloned. */
export interface CallSnapshot {
	callId: string;
	direction: 'inbound' | 'outbound';
	state: CallSession['state'];
	/** Who was called, of an outbound call. */
	callee?: string;
	/** Both sides with their tags: the dialog. Absent before there is one. */
	localPeer?: string;
	remotePeer?: string;
	/** The message that the SDK reads the call's other facts from. */
	message?: { subject: string; headers: Record<string, string>; body: string };
	startedAt: Instant;
	answeredAt?: Instant;
	held: boolean;
	muted: boolean;
	recording: boolean;
	resuming: boolean;
	busy: CallAction[];
	failure?: string;
	actionProblem?: string;
	mediaProblem?: string;
	lastResponse?: string;
	transfer?: { target: string; answered: boolean; consultation?: string };
}

export function snapshotOfCall(call: RunningCall): CallSnapshot {
	const { session, warmTransfer } = call;
	const { sipMessage, localPeer, remotePeer } = session;
	return {
		callId: call.callId,
		direction: call.direction,
		state: call.state,
		...(call.direction === 'outbound' && { callee: call.remoteNumber }),
		localPeer,
		remotePeer,
		...(sipMessage && {
			message: {
				subject: sipMessage.subject,
				headers: { ...sipMessage.headers },
				body: sipMessage.body
			}
		}),
		startedAt: call.startedAt,
		answeredAt: call.answeredAt,
		held: call.held,
		muted: call.muted,
		recording: call.recording,
		resuming: call.resuming,
		busy: [...call.busy],
		failure: call.failure,
		actionProblem: call.actionProblem,
		mediaProblem: call.mediaProblem,
		lastResponse: call.lastResponse,
		...(warmTransfer && {
			transfer: {
				target: warmTransfer.target,
				answered: call.transferReady,
				consultation: warmTransfer.consultation?.callId
			}
		})
	};
}

/** The call of a phone that another page ran. It is not among the calls of `webPhone` yet. */
export function restoreCall(webPhone: WebPhone, snapshot: CallSnapshot): RunningCall {
	const session = restoreSession(webPhone, snapshot);
	updateSession(session, snapshot);
	const call = new RunningCall(session, snapshot.startedAt);
	updateCall(call, snapshot);
	return call;
}

export function updateCall(call: RunningCall, snapshot: CallSnapshot): void {
	updateSession(call.session, snapshot);
	const { answeredAt, held, muted, recording, resuming } = snapshot;
	const { failure, actionProblem, mediaProblem, lastResponse } = snapshot;
	Object.assign(call, { answeredAt, held, muted, recording, resuming });
	Object.assign(call, { failure, actionProblem, mediaProblem, lastResponse });
	call.busy.clear();
	for (const action of snapshot.busy) call.busy.add(action);
}

/** Which of the calls asks the target of a transfer of which: what the SDK's `warmTransfer` gave. */
export function linkTransfers(
	calls: readonly RunningCall[],
	snapshots: readonly CallSnapshot[]
): void {
	for (const call of calls) call.consultationOf = undefined;
	for (const { callId, transfer } of snapshots) {
		const held = calls.find((call) => call.callId === callId);
		if (!held) continue;
		const consultation = calls.find((call) => call.callId === transfer?.consultation);
		held.warmTransfer = transfer && {
			target: transfer.target,
			consultation,
			controls: transfer.answered && consultation ? controlsOf(held, consultation) : undefined
		};
		if (consultation) consultation.consultationOf = held;
	}
}

function controlsOf({ session: held }: RunningCall, { session: asked }: RunningCall) {
	return {
		complete: () => held.completeWarmTransfer(asked),
		cancel: async () => {
			await asked.hangup();
			await held.unhold();
		}
	};
}

function restoreSession(webPhone: WebPhone, snapshot: CallSnapshot): CallSession {
	const { direction, callee = '' } = snapshot;
	if (direction === 'inbound') return new InboundCallSession(webPhone, messageOf(snapshot));
	return new OutboundCallSession(webPhone, callee);
}

/** `_callId` is what the SDK calls the session by until it has a message. */
function updateSession(session: CallSession, snapshot: CallSnapshot): void {
	const { callId, state, localPeer, remotePeer, message } = snapshot;
	const sipMessage = message && messageOf(snapshot);
	Object.assign(session, { _callId: callId, state, localPeer, remotePeer, sipMessage });
}

function messageOf({ callId, message }: CallSnapshot): InboundMessage {
	return Object.assign(new InboundMessage(), message ?? { headers: { 'Call-Id': callId } });
}
