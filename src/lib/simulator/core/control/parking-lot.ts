import type { Conversation, End } from '../call/conversation.ts';
import type { Identifiers } from '../identifiers.ts';
import { MUSIC, type Sound } from '../sounds.ts';

const FIRST_PLACE = 801;
const PLACES = 99;

/** The calls that wait to be picked up, each at a place of three digits. */
export class ParkingLot {
	#places = new Map<string, ParkingPlace>();
	#identifiers: Identifiers;

	constructor(identifiers: Identifiers) {
		this.#identifiers = identifiers;
	}

	/** An end that waits, and where; undefined where every place is taken. */
	park(): { place: string; end: End } | undefined {
		if (this.#places.size >= PLACES) return undefined;
		let number = this.#identifiers.below(PLACES);
		while (this.#places.has(String(FIRST_PLACE + number))) number = (number + 1) % PLACES;
		const place = String(FIRST_PLACE + number);
		const end = new ParkingPlace(() => this.#places.delete(place));
		this.#places.set(place, end);
		return { place, end };
	}

	/** @param dialled `*813` */
	isTaken(dialled: string): boolean {
		return this.#places.has(dialled.slice(1));
	}

	/** Another end goes on with the call that waits there. @returns false where none waits */
	pickUp(dialled: string, successor: () => End): boolean {
		const place = dialled.slice(1);
		const parked = this.#places.get(place);
		if (!parked) return false;
		this.#places.delete(place);
		parked.conversation?.replace(parked, successor());
		return true;
	}

	get count(): number {
		return this.#places.size;
	}
}

class ParkingPlace implements End {
	readonly hasAnswered = true;
	readonly isMachine = true;
	conversation: Conversation | undefined;
	#free: () => void;

	constructor(free: () => void) {
		this.#free = free;
	}

	voiceFor(): Sound {
		return MUSIC;
	}

	joined(conversation: Conversation): void {
		this.conversation = conversation;
	}

	release(): void {
		this.#free();
	}
}
