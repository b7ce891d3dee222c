import type WebPhone from 'ringcentral-web-phone';
import type { RecordingSipClient } from '../capture/recording-sip-client.ts';
import { now } from '../capture/clock.ts';
import { CallMedia } from './call-media.ts';
import { linkTransfers, restoreCall, type CallSnapshot } from './call-snapshot.ts';
import { settleWithin } from './outcome.ts';
import type { PhoneLog } from './phone-log.ts';
import { reconnectCall } from './resume-call.ts';
import { RunningCall, type CallSession } from './running-call.ts';
import { describeThrown } from './thrown.ts';
import { endConsultation, linkConsultation } from './warm-transfer.ts';

/** Seconds after which an INVITE without any response is given up. */
const INVITE_TIME = 8;

/** Seconds for the microphone, ICE and the edge. */
const RESUME_TIME = 10;

const LOST = 'lost with the tab that had it';

const FORGOTTEN = 'lost: the edge does not know it any more';

const NO_ADDRESS = 'No network address found by ICE: no sound can flow.';

export interface RunningCallsOptions {
	webPhone: WebPhone;
	sipClient: RecordingSipClient;
	log: PhoneLog;
	onchange: () => void;
}

/** The calls of one WebPhone, kept from its events. */
export class RunningCalls {
	/** In order of their beginning. A call that failed stays until it is dismissed. */
	list: readonly RunningCall[] = [];
	readonly #webPhone: WebPhone;
	readonly #log: PhoneLog;
	readonly #onchange: () => void;

	constructor({ webPhone, sipClient, log, onchange }: RunningCallsOptions) {
		this.#webPhone = webPhone;
		this.#log = log;
		this.#onchange = onchange;
		webPhone.on('inboundCall', (session: CallSession) => this.#add(session));
		webPhone.on('outboundCall', (session: CallSession) => this.#add(session));
		sipClient.on('outboundMessage', (message: SipMessage) => this.#noteInvite(message));
		sipClient.on('inboundMessage', (message: SipMessage) => this.#noteResponse(message));
	}

	/** Places a call; returns as soon as it is on its way, since the SDK waits for the answer. */
	dial(number: string): void {
		const dialling = this.#webPhone.call(number);
		// The SDK makes the session, and tells of it, before it first waits.
		const call = this.list.at(-1);
		if (!call) throw new Error('The SDK made no call session.');
		void this.#follow(call, dialling);
	}

	/** Calls that the phone had in a page that is gone. Those that were answered await `resume()`. */
	adopt(snapshots: readonly CallSnapshot[]): void {
		const calls = snapshots.map((snapshot) => restoreCall(this.#webPhone, snapshot));
		linkTransfers(calls, snapshots);
		this.list = [...this.list, ...calls];
		for (const call of calls) {
			if (call.failure !== undefined) continue;
			call.busy.clear();
			// The SDK can go on with a dialog; an INVITE without final answer is bound to its socket.
			if (call.state !== 'answered') this.#lose(call, LOST, 'it was not answered yet');
			else call.resuming = true;
		}
	}

	/** Sends a re-INVITE for the calls that were adopted; the phone is registered. */
	async resume(): Promise<void> {
		await Promise.all(
			this.list.filter(({ resuming }) => resuming).map((call) => this.#resume(call))
		);
	}

	/**
	 * Tells the edge by which way the answered calls, or those whose media are broken, are reached now.
	 * Held ones stay held.
	 */
	async reInvite(which: 'all' | 'broken'): Promise<void> {
		const calls = this.list.filter(
			(call) =>
				call.state === 'answered' &&
				call.failure === undefined &&
				!call.resuming &&
				(which === 'all' || call.media?.isBroken)
		);
		await Promise.all(calls.map((call) => this.#reInvite(call)));
	}

	dismiss(call: RunningCall): void {
		this.list = this.list.filter((other) => other !== call);
		this.#onchange();
	}

	/** Watches the media of a call, from its first description on. */
	watchMedia(callId: string, connection: RTCPeerConnection): void {
		const call = this.#find(callId);
		if (!call || call.media?.connection === connection) return;
		call.media?.stop();
		call.media = new CallMedia(connection, {
			record: (event) => this.#log.recordMedia(callId, event),
			ongathered: (foundAddress) => {
				call.mediaProblem = foundAddress ? undefined : NO_ADDRESS;
				this.#onchange();
			}
		});
	}

	#find(callId: string | undefined): RunningCall | undefined {
		return this.list.find((call) => call.callId === callId);
	}

	#add(session: CallSession): void {
		const call = new RunningCall(session, now());
		const { callId, direction } = call;
		this.list = [...this.list, call];
		this.#log.record({ event: direction === 'inbound' ? 'inboundCall' : 'outboundCall', callId });
		if (direction === 'outbound') this.#linkToTransfer(call);
		this.#listen(call);
		this.#onchange();
	}

	#listen(call: RunningCall): void {
		const { session, callId } = call;
		session.on('mediaStreamSet', () => this.watchMedia(callId, session.rtcPeerConnection));
		session.on('ringing', () => this.#rings(call));
		session.on('answered', () => this.#answered(call));
		session.on('failed', (statusLine: string) => this.#failed(call, statusLine));
		session.on('disposed', () => this.#disposed(call));
	}

	async #resume(call: RunningCall): Promise<void> {
		this.#listen(call);
		this.#webPhone.callSessions.push(call.session);
		const outcome = await settleWithin(reconnectCall(call), RESUME_TIME, call.ended);
		call.resuming = false;
		if (call.state === 'disposed') return;
		if (outcome.kind === 'failed') this.#lose(call, LOST, describeThrown(outcome.thrown));
		else if (outcome.kind === 'no answer') this.#lose(call, LOST, 'the re-INVITE was not answered');
		this.#onchange();
	}

	async #reInvite(call: RunningCall): Promise<void> {
		const { callId, held, session } = call;
		this.#log.record({ event: 'recovery', step: 're-invite', callId, held });
		const outcome = await settleWithin(session.reInvite(!held), RESUME_TIME, call.ended);
		if (outcome.kind === 'done' || call.state === 'disposed') return;
		// RFC 3261 §12.2.1.2: the dialog is over.
		if (outcome.kind === 'failed' && call.lastResponse?.startsWith('481 '))
			this.#lose(call, FORGOTTEN, call.lastResponse);
		else
			call.actionProblem = this.#log.recordError(
				outcome.kind === 'failed' ? outcome.thrown : new Error('The re-INVITE was not answered.'),
				'reInvite',
				callId
			);
		this.#onchange();
	}

	/** The edge may hold it for a while, but nobody here can speak in it. */
	#lose(call: RunningCall, failure: string, why: string): void {
		call.giveUp(failure);
		call.actionProblem = this.#log.recordError(new Error(`Lost: ${why}.`), 'resume', call.callId);
		this.#webPhone.callSessions = this.#webPhone.callSessions.filter(
			(session) => session !== call.session
		);
		call.session.dispose();
	}

	#linkToTransfer(call: RunningCall): void {
		const held = this.list.find(
			({ warmTransfer }) =>
				warmTransfer && !warmTransfer.consultation && warmTransfer.target === call.remoteNumber
		);
		if (held) linkConsultation(held, call);
	}

	#rings(call: RunningCall): void {
		call.takeUp();
		this.#log.record({ event: 'ringing', callId: call.callId });
		this.#onchange();
	}

	#answered(call: RunningCall): void {
		call.answeredAt = now();
		this.#log.record({ event: 'answered', callId: call.callId });
		this.#onchange();
	}

	#failed(call: RunningCall, statusLine: string): void {
		call.failure = withoutVersion(statusLine);
		this.#log.record({ event: 'failed', callId: call.callId, reason: statusLine });
		this.#onchange();
	}

	#disposed(call: RunningCall): void {
		call.media?.stop();
		endConsultation(call);
		this.#log.record({ event: 'disposed-call', callId: call.callId });
		if (call.failure === undefined) this.dismiss(call);
		else this.#onchange();
	}

	/** After a cancel the SDK's promise stays pending; after a 403 it resolves as if all were well. */
	async #follow(call: RunningCall, dialling: Promise<unknown>): Promise<void> {
		const outcome = await settleWithin(dialling, Infinity, call.ended);
		if (outcome.kind === 'failed') {
			const message = this.#log.recordError(outcome.thrown, 'call', call.callId);
			call.giveUp(call.lastResponse ?? message);
			if (call.lastResponse) call.actionProblem = message;
		} else if (call.state === 'init') {
			call.giveUp(call.lastResponse ?? 'refused');
			call.actionProblem = this.#log.recordError(
				new Error(`call() resolved, though the answer was ${call.failure}`),
				'call',
				call.callId
			);
		}
		this.#onchange();
	}

	/** The SDK has no timer for an INVITE. */
	#noteInvite(message: SipMessage): void {
		const call = this.#find(message.getHeader('Call-Id'));
		if (call?.state !== 'init' || !message.subject.startsWith('INVITE ')) return;
		call.lastResponse = undefined;
		const giveUp = () => {
			if (call.state !== 'init' || call.lastResponse !== undefined) return;
			const error = new Error(`No answer to the INVITE for ${INVITE_TIME} s; the SDK still waits.`);
			call.giveUp(this.#log.recordError(error, 'call', call.callId));
			this.#onchange();
		};
		void Promise.race([call.ended, after(INVITE_TIME)]).then(giveUp);
	}

	#noteResponse(message: SipMessage): void {
		if (!message.subject.startsWith('SIP/2.0 ')) return;
		const call = this.#find(message.getHeader('Call-Id'));
		if (call) call.lastResponse = withoutVersion(message.subject);
	}
}

/** What we read of the SDK's messages. */
interface SipMessage {
	subject: string;
	getHeader(name: string): string | undefined;
}

const withoutVersion = (statusLine: string) => statusLine.replace(/^SIP\/2\.0 /, '');

const after = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
