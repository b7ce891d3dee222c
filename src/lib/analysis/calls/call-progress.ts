import type { Instant } from '../../trace/instant.ts';
import { Command } from '../../ringcentral/commands.ts';
import type { Call, CallOutcome } from './call.ts';
import { challengeKind, isChallenge } from '../transactions/authentication.ts';
import { Hold } from './hold.ts';
import type { SeenMessage } from '../seen-message.ts';
import { type Side, sideOf } from '../side.ts';

/** What a ringing phone may ask of RingCentral, which then cancels the call towards it. */
const DECISIONS: ReadonlyMap<number, CallOutcome> = new Map([
	[Command.ClientForward, 'forwarded'],
	[Command.ClientVoicemail, 'voicemail'],
	[Command.ClientReject, 'declined'],
	[Command.ClientReply, 'replied']
]);

/** Leads one call from state to state. */
export class CallProgress {
	readonly #call: Call;
	readonly #hold: Hold;
	/** What was asked for while it rang. */
	#decision: CallOutcome | undefined;
	#elsewhere = false;
	#transferred = false;
	#parked = false;

	constructor(call: Call) {
		this.#call = call;
		this.#hold = new Hold(call);
	}

	/** Takes the call's latest message. What repeats, or never left the phone, changes nothing. */
	take(message: SeenMessage): void {
		if (message.retransmissionOf || message.entry.undelivered) return;
		if (message.head.kind === 'request') this.#request(message);
		else this.#response(message);
	}

	#request(message: SeenMessage): void {
		const { head, content, entry } = message;
		switch (head.method) {
			case 'INVITE':
				if (head.toTag === '' && this.#call.outcome === 'failed') this.#reopen();
				break;
			case 'BYE':
				this.#end(entry.at, sideOf(message), this.#outcomeOfBye());
				break;
			case 'MESSAGE':
				if (content?.command) this.#command(sideOf(message), content.command.number);
				break;
			case 'INFO':
				if (content?.info?.command === 'callpark' && content.info.code === 0) this.#parked = true;
				break;
			case 'NOTIFY':
				if (content?.sipfrag && content.sipfrag.status >= 300) this.#transferred = false;
				break;
		}
	}

	#response(message: SeenMessage): void {
		const { head, entry } = message;
		const succeeded = head.status >= 200 && head.status < 300;
		if (head.method === 'INVITE') this.#inviteAnswered(message);
		else if (head.method === 'CANCEL' && succeeded)
			this.#cancelled(entry.at, other(sideOf(message)));
		else if (head.method === 'REFER' && succeeded) this.#transferred = true;
	}

	#inviteAnswered(message: SeenMessage): void {
		const call = this.#call;
		const { status } = message.head;
		if (call.answeredAt !== undefined) {
			if (status >= 200 && status < 300) this.#hold.agreed(message);
		} else if (call.state === 'ended' || status <= 100) {
			return;
		} else if (status < 200) {
			call.state = 'ringing';
			call.ringingAt ??= message.entry.at;
		} else if (status < 300) {
			call.state = 'answered';
			call.answeredAt = message.entry.at;
			call.outcome = 'answered';
		} else if (!asksAgain(message)) {
			this.#refused(message);
		}
	}

	#refused(message: SeenMessage): void {
		const { status, reason } = message.head;
		const { at } = message.entry;
		const refuser = sideOf(message);
		if (status === 487) return this.#cancelled(at, other(refuser));
		this.#call.failure = { status, reason };
		this.#end(at, refuser, refuser === 'local' ? 'declined' : 'failed');
	}

	#cancelled(at: Instant, by: Side): void {
		if (this.#call.answeredAt !== undefined) return;
		if (by === 'local') this.#end(at, 'local', 'cancelled');
		else if (this.#decision) this.#end(at, 'local', this.#decision);
		else this.#end(at, 'remote', this.#elsewhere ? 'answered elsewhere' : 'missed');
	}

	/** Cmd 7 tells that the call was answered elsewhere; it may come before the CANCEL, or after. */
	#command(by: Side, command: number): void {
		const call = this.#call;
		if (by === 'local') this.#decision = DECISIONS.get(command) ?? this.#decision;
		else if (command === Command.AlreadyProcessed && call.answeredAt === undefined) {
			this.#elsewhere = true;
			if (call.outcome === 'missed') call.outcome = 'answered elsewhere';
		}
	}

	#outcomeOfBye(): CallOutcome {
		if (this.#parked) return 'parked';
		if (this.#transferred) return 'transferred';
		if (this.#call.answeredAt !== undefined || this.#call.direction === 'unknown')
			return 'answered';
		return this.#call.direction === 'outbound' ? 'cancelled' : 'missed';
	}

	#end(at: Instant, by: Side, outcome: CallOutcome): void {
		const call = this.#call;
		if (call.state === 'ended') return;
		call.state = 'ended';
		call.endedAt = at;
		call.endedBy = by;
		call.outcome = outcome;
	}

	/** The same call, tried again after a refusal: with the right password at last, say. */
	#reopen(): void {
		const call = this.#call;
		call.state = 'calling';
		call.endedAt = call.endedBy = call.outcome = call.failure = undefined;
	}
}

/** Whether it is a challenge that refuses no credentials: a retry is due, and no outcome yet. */
function asksAgain(response: SeenMessage): boolean {
	if (!isChallenge(response) || response.transaction === undefined) return false;
	return challengeKind(response.transaction) !== 'refused credentials';
}

function other(side: Side): Side {
	return side === 'local' ? 'remote' : 'local';
}
