import type { ChangeLog } from '../changes.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Call } from './call.ts';
import type { Conversations } from './conversations.ts';

/** What is dialled to pick up whoever was parked at an extension: `*813`. */
const PICK_UP = /^sips?:\*(\d+)[@;]/i;

/** Tells which call picks up which that was parked. */
export class Retrievals {
	/** By park extension, the latest call that waits there. */
	readonly #parked = new Map<string, Call>();
	readonly #conversations: Conversations;
	readonly #changes: ChangeLog;

	constructor(conversations: Conversations, changes: ChangeLog) {
		this.#conversations = conversations;
		this.#changes = changes;
	}

	/** Takes the latest message of a call, whose state is known. */
	take({ head, retransmissionOf }: SeenMessage, call: Call): void {
		if (retransmissionOf) return;
		if (head.kind === 'request' && head.method === 'INFO') this.#park(call);
		else if (this.#parked.size === 0 || head.method !== 'INVITE') return;
		else if (head.kind === 'response') this.#answered(call);
		else if (head.toTag === '' && call.direction === 'outbound') this.#dialled(call);
	}

	#park(call: Call): void {
		if (call.parkedAt) this.#parked.set(call.parkedAt, call);
	}

	#dialled(call: Call): void {
		const extension = PICK_UP.exec(call.to.uri)?.[1];
		const parked = extension === undefined ? undefined : this.#parked.get(extension);
		if (parked === undefined || call.retrieves) return;
		call.retrieves = parked;
		this.#conversations.join(parked, call);
	}

	#answered(call: Call): void {
		const { retrieves } = call;
		if (retrieves === undefined || call.answeredAt === undefined || retrieves.retrievedBy) return;
		retrieves.retrievedBy = call;
		this.#changes.call(retrieves);
		if (this.#parked.get(retrieves.parkedAt ?? '') === retrieves) {
			this.#parked.delete(retrieves.parkedAt ?? '');
		}
	}
}
