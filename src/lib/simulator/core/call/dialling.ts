import type { Conversation, End } from './conversation.ts';
import { destinationEnd } from '../network/destination-end.ts';
import type { Edge } from '../edge.ts';
import type { Destination } from '../network/number-plan.ts';

/** A destination that was dialled and does not ring yet. */
export class Dialling implements End {
	#edge: Edge;
	#destination: Destination;
	#conversation: Conversation | undefined;
	#cancelTimer: (() => void) | undefined;

	constructor(edge: Edge, destination: Destination) {
		this.#edge = edge;
		this.#destination = destination;
	}

	voiceFor(): undefined {
		return undefined;
	}

	/** A transfer may take it to another conversation, and it rings there. */
	joined(conversation: Conversation): void {
		this.#conversation = conversation;
	}

	/** The caller has acknowledged: a moment later the destination rings. */
	start(): void {
		const delay = this.#edge.pause(this.#edge.settings.ringAfter);
		this.#cancelTimer = this.#edge.environment.schedule(delay, () => {
			this.#conversation?.replace(this, destinationEnd(this.#edge, this.#destination));
		});
	}

	release(): void {
		this.#cancelTimer?.();
	}
}
