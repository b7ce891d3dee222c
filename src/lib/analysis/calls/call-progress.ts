import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';
import { type Side, sideOf } from '../side.ts';
import { challengeKind, isChallenge } from '../transactions/authentication.ts';
import type { Call, CallOutcome } from './call.ts';
import type { SeenCall } from './seen-call.ts';
import { isElsewhere } from './end-reason.ts';
import { Hold } from './hold.ts';
import { Services } from './services.ts';

/** Leads one call from state to state. */
export class CallProgress {
	readonly call: SeenCall;
	readonly #hold: Hold;
	readonly #services: Services;

	constructor(call: SeenCall) {
		this.call = call;
		this.#hold = new Hold(call);
		this.#services = new Services(call);
	}

	/** Takes the call's latest message. What repeats, or never left the phone, changes nothing. */
	take(message: SeenMessage): void {
		if (message.retransmissionOf || message.entry.undelivered) return;
		if (message.head.kind === 'request') this.#request(message);
		else this.#response(message);
	}

	#request(message: SeenMessage): void {
		switch (message.head.method) {
			case 'INVITE':
				if (this.call.failure && message.head.toTag === '') this.#reopen();
				break;
			case 'BYE':
				this.#hungUp(message);
				break;
			case 'MESSAGE':
				this.#commanded(message);
				break;
			case 'INFO':
				this.#services.info(message);
				break;
			case 'NOTIFY':
				// A transfer may turn out to have failed when all have hung up.
				if (this.call.outcome === 'transferred') this.call.outcome = this.#outcomeOfBye();
				break;
		}
	}

	#response(message: SeenMessage): void {
		const { method, status } = message.head;
		if (method === 'INVITE') this.#inviteAnswered(message);
		else if (method === 'CANCEL' && status >= 200 && status < 300) this.#cancelled(message);
		if (message.dialog?.end?.message === message) this.#dialogEnded(message);
	}

	#inviteAnswered(message: SeenMessage): void {
		const { call } = this;
		const { status } = message.head;
		if (call.answeredAt !== undefined) {
			if (status >= 200 && status < 300) this.#hold.agreed(message);
		} else if (call.state === 'ended' || status <= 100) {
			return;
		} else if (status < 200) {
			call.state = 'ringing';
			call.ringingAt ??= message.entry.at;
		} else if (status < 300) {
			this.#answered(message);
		} else if (!asksAgain(message)) {
			this.#refused(message);
		}
	}

	#answered({ entry }: SeenMessage): void {
		const { call } = this;
		call.state = 'answered';
		call.answeredAt = entry.at;
		call.outcome = 'answered';
	}

	#refused(message: SeenMessage): void {
		const { status, reason } = message.head;
		if (status === 487) return this.#cancelled(message);
		const refuser = sideOf(message);
		this.call.failure = { status, reason: ownString(reason) };
		this.#end(message, message, refuser, refuser === 'local' ? 'declined' : 'failed');
	}

	/** Takes what tells that a CANCEL has come through: its own answer, or that to the INVITE. */
	#cancelled(answer: SeenMessage): void {
		if (this.call.answeredAt !== undefined) return;
		const { transaction, head } = answer;
		const cancelling = head.method === 'CANCEL' ? transaction : transaction?.cancelledBy;
		const cancel = cancelling?.request ?? answer;
		const by = sideOf(answer) === 'local' ? 'remote' : 'local';
		const { decision } = this.#services;
		if (by === 'local') this.#end(answer, cancel, 'local', 'cancelled');
		else if (decision) this.#end(answer, cancel, 'local', decision);
		else this.#end(answer, cancel, 'remote', this.#outcomeOfMissed(cancel));
	}

	#commanded(message: SeenMessage): void {
		const command = message.content?.command;
		if (command) this.#services.command(sideOf(message), command);
		if (this.call.outcome === 'missed') {
			this.call.outcome = this.#outcomeOfMissed(this.call.endedWith ?? message);
		}
	}

	/** Cmd 7 tells that the call was answered elsewhere; it may come before the CANCEL, or after. */
	#outcomeOfMissed(cancel: SeenMessage): CallOutcome {
		const elsewhere = this.#services.elsewhere || isElsewhere(cancel);
		return elsewhere ? 'answered elsewhere' : 'missed';
	}

	/** Where the call forked and several answered, it goes on with the others. */
	#hungUp(bye: SeenMessage): void {
		const others = this.call.dialogs.slice(-MOST_SESSIONS);
		if (others.some((one) => one !== bye.dialog && isTalking(one))) return;
		this.#end(bye, bye, sideOf(bye), this.#outcomeOfBye());
	}

	/** 481 or 408: the session is gone at the other side. */
	#dialogEnded(message: SeenMessage): void {
		if (message.dialog?.end?.reason !== 'lost by the peer') return;
		this.#end(message, message, sideOf(message), this.#services.handedOver ?? 'lost');
	}

	#outcomeOfBye(): CallOutcome {
		const { handedOver } = this.#services;
		if (handedOver) return handedOver;
		if (this.call.answeredAt !== undefined || this.call.direction === 'unknown') return 'answered';
		return this.call.direction === 'outbound' ? 'cancelled' : 'missed';
	}

	/** @param by who wanted it to end, which need not be who sent `last` or `because` */
	#end(last: SeenMessage, because: SeenMessage, by: Side, outcome: CallOutcome): void {
		const { call } = this;
		if (call.state === 'ended') return;
		call.state = 'ended';
		call.endedAt = last.entry.at;
		call.endedWith = because;
		call.endedBy = by;
		call.outcome = outcome;
		call.recording = false;
	}

	/** The same call, tried again after a refusal: with the right password at last, say. */
	#reopen(): void {
		const { call } = this;
		call.state = 'calling';
		call.endedAt = call.endedWith = call.endedBy = undefined;
		call.outcome = call.failure = undefined;
	}
}

/** As many sessions of one call are looked at: a fork that more have answered is an attack. */
const MOST_SESSIONS = 16;

function isTalking({ confirmedAt, hasSession, end }: Call['dialogs'][number]): boolean {
	return confirmedAt !== undefined && hasSession && end === undefined;
}

/** Whether it is a challenge that refuses no credentials: a retry is due, and no outcome yet. */
function asksAgain(response: SeenMessage): boolean {
	if (!isChallenge(response) || response.transaction === undefined) return false;
	return challengeKind(response.transaction) !== 'refused credentials';
}
