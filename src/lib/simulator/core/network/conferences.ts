import type { Conversation, End } from '../call/conversation.ts';
import type { MediaEndpoint } from '../media.ts';

/**
 * Conferences by their number, `conf_…`. Nothing is mixed, since that would take a decoder: each
 * participant hears the one who joined next, the last one hears the first, and two hear each other.
 */
export class Conferences {
	#seats = new Map<string, Seat[]>();

	/** A seat for one who joins; the first one opens the conference, the last one closes it. */
	seat(number: string): End {
		const seats = this.#seats.get(number) ?? [];
		this.#seats.set(number, seats);
		const seat: Seat = new Seat(seats, () => {
			seats.splice(seats.indexOf(seat), 1);
			if (seats.length === 0) this.#seats.delete(number);
		});
		seats.push(seat);
		return seat;
	}

	get count(): number {
		return this.#seats.size;
	}
}

class Seat implements End {
	readonly hasAnswered = true;
	readonly isMachine = true;
	conversation: Conversation | undefined;
	#seats: readonly Seat[];
	#leave: () => void;

	constructor(seats: readonly Seat[], leave: () => void) {
		this.#seats = seats;
		this.#leave = leave;
	}

	voiceFor(): MediaEndpoint | undefined {
		const next = this.#seats[(this.#seats.indexOf(this) + 1) % this.#seats.length];
		return next === this ? undefined : next?.conversation?.other(next).media;
	}

	joined(conversation: Conversation): void {
		this.conversation = conversation;
		this.#tellOthers();
	}

	release(): void {
		this.#leave();
		this.#tellOthers();
	}

	#tellOthers(): void {
		for (const seat of this.#seats) {
			if (seat !== this) seat.conversation?.changed(seat);
		}
	}
}
