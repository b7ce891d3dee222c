import type { Call } from './call.ts';
import type { SeenMessage } from '../seen-message.ts';
import { sideOf } from '../side.ts';

/** Tells who holds a call: who offered, and was granted, not to listen (RFC 3264 §8.4). */
export class Hold {
	readonly #call: Call;
	readonly #held = { local: false, remote: false };

	constructor(call: Call) {
		this.#call = call;
	}

	/** Takes the 2xx to a re-INVITE; the offer is in it where the re-INVITE had none. */
	agreed(answer: SeenMessage): void {
		const request = answer.transaction?.request;
		const offer = request?.content?.sdp ? request : answer;
		const direction = offer.content?.sdp?.direction;
		if (direction === undefined) return;
		const holds = direction === 'sendonly' || direction === 'inactive';
		const side = sideOf(offer);
		if (holds && !this.#held[side]) this.#call.holds++;
		this.#held[side] = holds;
		this.#tell();
	}

	#tell(): void {
		const call = this.#call;
		const { local, remote } = this.#held;
		call.heldBy = local && remote ? 'both' : local ? 'local' : remote ? 'remote' : undefined;
		if (call.state !== 'ended') call.state = call.heldBy ? 'held' : 'answered';
	}
}
