import type { Conversation, End, Party } from '../call/conversation.ts';
import type { Edge } from '../edge.ts';
import type { MediaEndpoint, Voice } from '../media.ts';
import { GREETING, RINGBACK } from '../sounds.ts';
import { callIn } from './call-in.ts';
import { destinationEnd } from './destination-end.ts';
import type { Subscriber } from './directory.ts';
import { destinationOf } from './number-plan.ts';
import { services, type Service } from './services.ts';
import { Voicemail } from './voicemail.ts';

/** How long somebody says hello who then hangs up. */
const SHORT_CALL = 1000;
/** How long somebody listens to voicemail before they hang up. */
const PATIENCE = 5000;
/** And how long to music, where they were parked. */
const LONG_PATIENCE = 180_000;

/** A telephone outside of the company, which was called, or calls. */
export class Telephone implements End {
	readonly party: Party;
	hasAnswered: boolean;
	#edge: Edge;
	#subscriber: Subscriber;
	#service: Service = { voiceFor: () => RINGBACK };
	#conversation: Conversation | undefined;
	#cancelTimer: (() => void) | undefined;
	#cancelPatience: (() => void) | undefined;

	constructor(edge: Edge, subscriber: Subscriber, { calls = false } = {}) {
		this.#edge = edge;
		this.#subscriber = subscriber;
		this.party = { name: subscriber.name, number: subscriber.number };
		this.hasAnswered = calls;
		if (calls) this.#serve();
	}

	voiceFor(listener: MediaEndpoint): Voice | undefined {
		return this.#service.voiceFor(listener);
	}

	/** It rings in this conversation; in later ones, after a transfer, it goes on as it is. */
	joined(conversation: Conversation): void {
		const isFirst = this.#conversation === undefined;
		this.#conversation = conversation;
		if (isFirst && !this.hasAnswered) this.#ring();
	}

	/** Nobody is there: in time even a telephone has enough of it. */
	met(other: End): void {
		this.#cancelPatience?.();
		if (!other.isMachine) return;
		const patience = other instanceof Voicemail ? PATIENCE : LONG_PATIENCE;
		this.#cancelPatience = this.#edge.environment.schedule(patience, () => this.hangUp());
	}

	pressed(key: string): void {
		this.#service.pressed?.(key);
	}

	release(): void {
		this.#cancelTimer?.();
		this.#cancelPatience?.();
		this.#service.stop?.();
	}

	hangUp(): void {
		this.release();
		this.#conversation?.leave(this);
	}

	#ring(): void {
		const { manner } = this.#subscriber;
		if (manner.kind === 'answers') this.#after(manner.after, () => this.#pickUp());
		else if (manner.kind === 'calls back') this.#after(0, () => this.#callBack(manner.after));
		else this.#after(this.#edge.settings.ringFor, () => this.hangUp());
	}

	#pickUp(): void {
		this.#serve();
		this.hasAnswered = true;
		this.#conversation?.changed(this);
	}

	/** Says hello, hangs up, and calls after a while. */
	#callBack(delay: number): void {
		const caller = this.#conversation?.other(this).party;
		this.#pickUp();
		this.#after(SHORT_CALL, () => {
			this.hangUp();
			if (!caller) return;
			this.#after(delay, () => callIn(this.#edge, { from: this.party.number, to: caller.number }));
		});
	}

	#serve(): void {
		const { manner } = this.#subscriber;
		if (manner.kind !== 'answers') this.#service = { voiceFor: () => GREETING };
		else this.#service = services[manner.service](this.#edge, this.#line());
	}

	#line() {
		return {
			changed: () => this.#conversation?.changed(this),
			connectTo: (dialled: string) => {
				const destination = destinationOf(dialled, this.#edge.accounts);
				this.release();
				this.#conversation?.replace(this, destinationEnd(this.#edge, destination));
			}
		};
	}

	#after(delay: number, task: () => void): void {
		this.#cancelTimer?.();
		this.#cancelTimer = this.#edge.environment.schedule(delay, task);
	}
}
