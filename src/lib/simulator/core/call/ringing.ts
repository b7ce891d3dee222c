import { Command } from '../../../ringcentral/commands.ts';
import type { Account } from '../../accounts.ts';
import { sendAgentMessage } from '../control/agent-message.ts';
import type { Edge } from '../edge.ts';
import { Voicemail } from '../network/voicemail.ts';
import { RINGBACK, type Sound } from '../sounds.ts';
import type { Conversation, End, Party } from './conversation.ts';
import { RingingLeg } from './ringing-leg.ts';

export interface RingOptions {
	/** Whose phones ring: one extension's, or those of all members of a queue. */
	accounts: readonly Account[];
	/** The queue's name, where it is one. */
	queue?: string;
	/** A phone answers by itself, after this many milliseconds (`Answer-After`). */
	answerAfter?: number;
	/** The INVITE describes nothing and the phone makes the offer, as when an app picks up by REST. */
	withoutOffer?: boolean;
}

const NOBODY: Party = { name: 'Anonymous', number: 'anonymous' };

/** What was called and rings: one leg to each of its phones, until one is answered. */
export class Ringing implements End {
	readonly hasAnswered = false;
	readonly options: RingOptions;
	#edge: Edge;
	#conversation: Conversation | undefined;
	#legs: RingingLeg[] = [];
	#over = false;
	#cancelTimer: (() => void) | undefined;

	constructor(edge: Edge, options: RingOptions) {
		this.#edge = edge;
		this.options = options;
	}

	voiceFor(): Sound {
		return RINGBACK;
	}

	/** Rings for the other end of this conversation; later ones, after a transfer, find it ringing. */
	joined(conversation: Conversation): void {
		const isFirst = this.#conversation === undefined;
		this.#conversation = conversation;
		if (isFirst) this.#ring(conversation);
	}

	release(): void {
		void this.stop();
	}

	/** The user needs more time to decide. */
	extend(): void {
		this.#cancelTimer?.();
		this.#cancelTimer = this.#edge.environment.schedule(this.#edge.settings.ringFor, () => {
			void this.divert(new Voicemail());
		});
	}

	/** A user wants no call; in a queue, the others' phones ring on. */
	async refuse(account: Account): Promise<void> {
		if (this.options.queue === undefined) return this.divert(new Voicemail());
		const refusing = this.#legs.filter(({ leg }) => leg.account === account);
		await Promise.all(refusing.map((ringing) => this.#stop(ringing, true)));
		this.lostPhone();
	}

	/** Stops ringing; the caller stays, with another end. The phones are told first, if asked. */
	divert(successor: End, tell = true): Promise<void> {
		this.#conversation?.replace(this, successor);
		return this.stop(tell);
	}

	/** Settles when every phone has confirmed that it rings no more. */
	async stop(tell = false): Promise<void> {
		if (this.#finish()) await Promise.all(this.#legs.map((ringing) => this.#stop(ringing, tell)));
	}

	/** A phone was answered: it takes this end's place, the others learn that they are too late. */
	answeredBy(winner: RingingLeg): void {
		if (!this.#finish()) return;
		this.#conversation?.replace(this, winner.leg);
		const clients = new Set(this.#legs.map((ringing) => ringing.client));
		for (const ringing of [winner, ...this.#legs.filter((other) => other !== winner)]) {
			for (const client of clients) this.#tellAnswered(ringing, client);
			if (ringing !== winner) void ringing.cancel();
		}
	}

	/** A phone refused, or is gone; with the last one the caller gets voicemail. */
	lostPhone(): void {
		const isRinging = this.#legs.some((ringing) => ringing.leg.state !== 'ended');
		if (!isRinging) void this.divert(new Voicemail());
	}

	#ring(conversation: Conversation): void {
		const { party: caller = NOBODY, account } = conversation.other(this);
		const called = this.options.accounts.filter(
			(candidate) => this.options.queue === undefined || candidate !== account
		);
		const bindings = called.flatMap((candidate) => this.#edge.registrar.reachable(candidate));
		this.#legs = bindings.flatMap(({ account, connection: id, contact }) => {
			const connection = this.#edge.connection(id);
			if (!connection) return [];
			const ring = { conversation, caller, account, connection, contact, ringing: this };
			return [new RingingLeg(this.#edge, ring)];
		});
		this.extend();
		for (const ringing of this.#legs) void this.#invite(ringing);
		if (this.#legs.length === 0) this.lostPhone();
	}

	async #invite(ringing: RingingLeg): Promise<void> {
		try {
			await ringing.invite();
		} catch (error) {
			this.#edge.fault(ringing.leg.connection.id, error);
			ringing.leg.end();
			this.lostPhone();
		}
	}

	async #stop(ringing: RingingLeg, tell: boolean): Promise<void> {
		if (tell && ringing.leg.state !== 'ended') {
			const body = { Cln: ringing.client, Sts: '0' };
			sendAgentMessage(this.#edge, ringing.leg, Command.SessionClose, body);
		}
		await ringing.cancel();
	}

	#tellAnswered(ringing: RingingLeg, client: string): void {
		const body = { Cln: client, IP: '4294967295', Sts: '0', CtrlCln: '' };
		sendAgentMessage(this.#edge, ringing.leg, Command.AlreadyProcessed, body);
	}

	/** @returns false where it was over before */
	#finish(): boolean {
		if (this.#over) return false;
		this.#over = true;
		this.#cancelTimer?.();
		return true;
	}
}
