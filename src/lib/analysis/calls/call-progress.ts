import type { Instant } from '../../trace/instant.ts';
import type { SeenMessage } from '../seen-message.ts';
import { type Side, sideOf } from '../side.ts';
import { challengeKind, isChallenge } from '../transactions/authentication.ts';
import type { Call, CallOutcome } from './call.ts';
import { endReasonOf, isElsewhere } from './end-reason.ts';
import { Hold } from './hold.ts';
import { Services } from './services.ts';

/** Leads one call from state to state. */
export class CallProgress {
	readonly call: Call;
	readonly #hold: Hold;
	readonly #services: Services;

	constructor(call: Call) {
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
		const { head, content } = message;
		switch (head.method) {
			case 'INVITE':
				if (head.toTag === '' && this.call.outcome === 'failed') this.#reopen();
				break;
			case 'BYE':
				this.#hungUp(message);
				break;
			case 'CANCEL':
				this.#reasonGiven(message);
				break;
			case 'MESSAGE':
				if (content?.command) this.#services.command(sideOf(message), content.command);
				if (this.call.outcome === 'missed') this.call.outcome = this.#outcomeOfMissed();
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
		const { head, entry } = message;
		const succeeded = head.status >= 200 && head.status < 300;
		if (head.method === 'INVITE') this.#inviteAnswered(message);
		else if (head.method === 'CANCEL' && succeeded) {
			this.#cancelled(entry.at, other(sideOf(message)));
		}
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
		const { at } = message.entry;
		const refuser = sideOf(message);
		if (status === 487) return this.#cancelled(at, other(refuser));
		this.call.failure = { status, reason };
		this.#end(at, refuser, refuser === 'local' ? 'declined' : 'failed');
	}

	#cancelled(at: Instant, by: Side): void {
		if (this.call.answeredAt !== undefined) return;
		const { decision } = this.#services;
		if (by === 'local') this.#end(at, 'local', 'cancelled');
		else if (decision) this.#end(at, 'local', decision);
		else this.#end(at, 'remote', this.#outcomeOfMissed());
	}

	/** Cmd 7 tells that the call was answered elsewhere; it may come before the CANCEL, or after. */
	#outcomeOfMissed(): CallOutcome {
		const { endReason } = this.call;
		const elsewhere = this.#services.elsewhere || (endReason && isElsewhere(endReason));
		return elsewhere ? 'answered elsewhere' : 'missed';
	}

	/** Where the call forked and several answered, it goes on with the others. */
	#hungUp(bye: SeenMessage): void {
		const others = this.call.dialogs.slice(-MOST_SESSIONS);
		if (others.some((one) => one !== bye.dialog && isTalking(one))) return;
		this.#reasonGiven(bye);
		this.#end(bye.entry.at, sideOf(bye), this.#outcomeOfBye());
	}

	/** 481 or 408: the session is gone at the other side. */
	#dialogEnded(message: SeenMessage): void {
		if (message.dialog?.end?.reason !== 'lost by the peer') return;
		this.#end(message.entry.at, sideOf(message), this.#services.handedOver ?? 'lost');
	}

	#outcomeOfBye(): CallOutcome {
		const { handedOver } = this.#services;
		if (handedOver) return handedOver;
		if (this.call.answeredAt !== undefined || this.call.direction === 'unknown') return 'answered';
		return this.call.direction === 'outbound' ? 'cancelled' : 'missed';
	}

	#reasonGiven(message: SeenMessage): void {
		if (this.call.state !== 'ended') this.call.endReason = endReasonOf(message);
	}

	#end(at: Instant, by: Side, outcome: CallOutcome): void {
		const { call } = this;
		if (call.state === 'ended') return;
		call.state = 'ended';
		call.endedAt = at;
		call.endedBy = by;
		call.outcome = outcome;
		call.recording = false;
	}

	/** The same call, tried again after a refusal: with the right password at last, say. */
	#reopen(): void {
		const { call } = this;
		call.state = 'calling';
		call.endedAt = call.endedBy = call.outcome = call.failure = undefined;
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

function other(side: Side): Side {
	return side === 'local' ? 'remote' : 'local';
}
