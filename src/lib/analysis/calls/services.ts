import { Command } from '../../ringcentral/commands.ts';
import { parseInfo } from '../../ringcentral/info.ts';
import type { CommandContent } from '../content.ts';
import { type Referral, outcomeOf } from '../dialogs/referral.ts';
import { textOf } from '../entry-text.ts';
import { ownString } from '../own-string.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Side } from '../side.ts';
import type { Call, CallOutcome } from './call.ts';

/** What a ringing phone may ask of RingCentral, which then cancels the call towards it. */
const DECISIONS: ReadonlyMap<number, CallOutcome> = new Map([
	[Command.ClientForward, 'forwarded'],
	[Command.ClientVoicemail, 'voicemail'],
	[Command.ClientReject, 'declined'],
	[Command.ClientReply, 'replied']
]);

/** What is done with one call besides talking: asked for by commands, JSON and REFER. */
export class Services {
	readonly #call: Call;
	/** What was asked for while it rang. */
	decision: CallOutcome | undefined;
	/** RingCentral's agent has told that another phone has it. */
	elsewhere = false;

	constructor(call: Call) {
		this.#call = call;
	}

	/** What becomes of the call when it is hung up: it may go on without this phone. */
	get handedOver(): CallOutcome | undefined {
		const { parkedAt, flippedTo, replacedBy, handedOverBy } = this.#call;
		if (parkedAt !== undefined) return 'parked';
		if (flippedTo !== undefined) return 'flipped';
		if (replacedBy || isGranted(handedOverBy)) return 'replaced';
		return isGranted(transfersOf(this.#call).at(-1)) ? 'transferred' : undefined;
	}

	/** A command to RingCentral's agent, or of it. */
	command(by: Side, { number, phoneNumber }: CommandContent): void {
		if (by === 'remote') {
			if (number === Command.AlreadyProcessed) this.elsewhere = true;
			return;
		}
		this.decision = DECISIONS.get(number) ?? this.decision;
		if (number === Command.ClientForward)
			this.#call.forwardedTo = phoneNumber && ownString(phoneNumber);
	}

	/** The result of what an INFO asked for; one that failed changes nothing. */
	info({ head, entry, content }: SeenMessage): void {
		if (content?.info?.code !== 0) return;
		const call = this.#call;
		switch (content.info.command) {
			case 'startcallrecord':
				call.recording = call.recorded = true;
				break;
			case 'stopcallrecord':
				call.recording = false;
				break;
			case 'callpark':
				call.parkedAt = this.#member('park extension', head.bodyOffset, entry);
				break;
			case 'callflip':
				call.flippedTo = this.#member('number', head.bodyOffset, entry);
				break;
		}
	}

	/** Of an INFO's result; `''` where it is not there. */
	#member(name: string, bodyOffset: number, entry: SeenMessage['entry']): string {
		const value = parseInfo(textOf(entry).slice(bodyOffset))?.result?.[name];
		return typeof value === 'string' || typeof value === 'number' ? ownString(String(value)) : '';
	}
}

/** The transfers asked for in a call, by either side, in order. */
export function transfersOf({ dialogs }: Call): Referral[] {
	return dialogs.flatMap(({ subscriptions }) => subscriptions).flatMap((one) => one.referral ?? []);
}

/** Whether the one who was asked has agreed, and the new call has not failed. */
function isGranted(referral: Referral | undefined): boolean {
	if (referral === undefined) return false;
	const outcome = outcomeOf(referral);
	return outcome === 'under way' || outcome === 'succeeded';
}
