import type { Conversation, End } from './conversation.ts';
import { destinationEnd } from '../network/destination-end.ts';
import type { Edge } from '../edge.ts';
import type { Destination } from '../network/number-plan.ts';
import { RINGBACK, type Sound } from '../sounds.ts';
import { takeOver } from './take-over.ts';

/** A destination that was dialled and does not ring yet. */
export class Dialling implements End {
	readonly hasAnswered = false;
	#edge: Edge;
	#destination: Destination;
	#conversation: Conversation | undefined;
	#cancelTimer: (() => void) | undefined;

	constructor(edge: Edge, destination: Destination) {
		this.#edge = edge;
		this.#destination = destination;
	}

	voiceFor(): Sound {
		return RINGBACK;
	}

	/** A transfer may take it to another conversation, and it rings there. */
	joined(conversation: Conversation): void {
		this.#conversation = conversation;
	}

	/** The caller has acknowledged: a moment later the destination rings. */
	start(): void {
		const delay = this.#edge.pause(this.#edge.settings.ringAfter);
		this.#cancelTimer = this.#edge.environment.schedule(delay, () => this.#connect());
	}

	release(): void {
		this.#cancelTimer?.();
	}

	/** Lets it ring; or lets the caller go on with a call that there is already. */
	#connect(): void {
		const edge = this.#edge;
		const caller = this.#conversation?.other(this);
		const { kind, number } = this.#destination;
		if (kind !== 'parking place' && kind !== 'take-over') {
			this.#conversation?.replace(this, destinationEnd(edge, this.#destination));
		} else if (caller) {
			const goesOn =
				kind === 'take-over' ? takeOver(edge, caller) : edge.parking.pickUp(number, () => caller);
			if (!goesOn) caller.release();
		}
	}
}
