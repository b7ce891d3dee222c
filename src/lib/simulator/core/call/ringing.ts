import { Command } from '../../../ringcentral/commands.ts';
import type { Account } from '../../accounts.ts';
import { sendAgentMessage } from '../control/agent-message.ts';
import type { Conversation, End } from './conversation.ts';
import type { Edge } from '../edge.ts';
import { RingingLeg } from './ringing-leg.ts';
import { Unattended } from '../network/unattended.ts';

/** An extension that is being called: one leg to each of its phones, until one is answered. */
export class Ringing implements End {
	readonly account: Account;
	#edge: Edge;
	#conversation: Conversation | undefined;
	#legs: RingingLeg[] = [];
	#over = false;
	#cancelTimer: (() => void) | undefined;

	constructor(edge: Edge, account: Account) {
		this.#edge = edge;
		this.account = account;
	}

	voiceFor(): undefined {
		return undefined;
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
			void this.divert(new Unattended());
		});
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
		if (!isRinging) void this.divert(new Unattended());
	}

	#ring(conversation: Conversation): void {
		const bindings = this.#edge.registrar.reachable(this.account);
		const caller = conversation.other(this).party ?? { name: 'Anonymous', number: 'anonymous' };
		this.#legs = bindings.flatMap((binding) => {
			const connection = this.#edge.connection(binding.connection);
			if (!connection) return [];
			const { contact } = binding;
			const ring = { conversation, caller, connection, contact, ringing: this };
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
		if (tell) {
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
