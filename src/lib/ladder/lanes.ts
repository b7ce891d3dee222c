import type { Analysis } from '../analysis/analysis.ts';
import type { Connection } from '../analysis/connection.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { UserAgent } from '../analysis/user-agent.ts';
import type { LaneChoice, Lane } from './lane.ts';
import { addressOf, distinct, hostOf, phoneLane, serverLane } from './lane-names.ts';

/** Who has a lane: phones' user agents, or the host of a server; `''` for whatever server there is. */
interface Slot {
	readonly id: string;
	readonly userAgents: UserAgent[];
	readonly host?: string;
}

/** Where a message is drawn: indices of lanes. */
export interface Ends {
	readonly phone: number;
	readonly server: number;
}

/** The lanes that a ladder needs, in order of appearance or as chosen. Servers follow the first phone. */
export class Lanes {
	readonly #analysis: Analysis;
	#choice: LaneChoice;
	readonly #slots: Slot[] = [];
	readonly #byId = new Map<string, Slot>();
	readonly #ofUserAgent = new Map<UserAgent, Slot>();
	readonly #ofConnection = new Map<Connection | undefined, Slot>();
	/** Those that are shown, from left to right, once they have been put in order. */
	#shown: Slot[] | undefined;
	readonly #indices = new Map<Slot, number>();

	constructor(analysis: Analysis, choice: LaneChoice) {
		this.#analysis = analysis;
		this.#choice = choice;
	}

	/** Shows others, or in another order. Which phones share a lane stays as it is. */
	arrange(choice: LaneChoice): void {
		this.#choice = choice;
		this.#shown = undefined;
	}

	/** Gives whoever saw a message, and the server, their lanes. */
	take({ userAgent, connection }: SeenMessage): void {
		this.takePhone(userAgent);
		if (!this.#ofConnection.has(connection)) this.#addServer(connection);
	}

	takePhone(userAgent: UserAgent): void {
		if (this.#ofUserAgent.has(userAgent)) return;
		const slot = this.#slot(this.#idOf(userAgent));
		slot.userAgents.push(userAgent);
		this.#ofUserAgent.set(userAgent, slot);
	}

	/** The lanes of a message; `undefined` where one of them is hidden. */
	of({ userAgent, connection }: SeenMessage): Ends | undefined {
		const phone = this.ofPhone(userAgent);
		const server = this.#indexOf(this.#ofConnection.get(connection));
		return phone < 0 || server < 0 ? undefined : { phone, server };
	}

	/** Index of the lane of a phone; -1 where it is hidden. */
	ofPhone(userAgent: UserAgent): number {
		return this.#indexOf(this.#ofUserAgent.get(userAgent));
	}

	/** Those that are shown, from left to right. */
	list(): Lane[] {
		return this.#name(this.#put());
	}

	/** All of them, from left to right, the hidden ones too. */
	all(): Lane[] {
		return this.#name(this.#ordered());
	}

	#indexOf(slot: Slot | undefined): number {
		this.#put();
		return slot === undefined ? -1 : (this.#indices.get(slot) ?? -1);
	}

	#put(): Slot[] {
		if (this.#shown) return this.#shown;
		const hidden = new Set(this.#choice.hidden);
		const shown = this.#ordered().filter(
			(slot) => !hidden.has(slot.id) || this.#isLast(slot, hidden)
		);
		this.#indices.clear();
		shown.forEach((slot, index) => this.#indices.set(slot, index));
		return (this.#shown = shown);
	}

	/** A server without others that are shown: without it nothing could be drawn. */
	#isLast(slot: Slot, hidden: ReadonlySet<string>): boolean {
		const servers = this.#slots.filter(({ host }) => host !== undefined);
		return slot === servers[0] && servers.every(({ id }) => hidden.has(id));
	}

	#ordered(): Slot[] {
		const phones = this.#slots.filter(({ host }) => host === undefined);
		const servers = this.#slots.filter(({ host }) => host !== undefined);
		const natural = phones.toSpliced(1, 0, ...servers);
		const named = new Map(this.#choice.order.map((id, index) => [id, index]));
		const rank = ({ id }: Slot) => named.get(id) ?? named.size;
		return natural.sort((one, other) => rank(one) - rank(other));
	}

	#idOf(userAgent: UserAgent): string {
		const { phones } = this.#choice;
		if (phones === 'phone' && userAgent.phone !== undefined) return `phone ${userAgent.phone}`;
		const address = phones === 'address' ? addressOf(userAgent, this.#analysis) : undefined;
		return address ?? `instance ${userAgent.id}`;
	}

	#addServer(connection: Connection | undefined): void {
		const split = this.#choice.servers === 'address';
		const host = (split && hostOf(connection?.url)) || '';
		this.#ofConnection.set(connection, this.#slot(`server ${host}`.trim(), host));
	}

	#slot(id: string, host?: string): Slot {
		const known = this.#byId.get(id);
		if (known) return known;
		const slot = { id, userAgents: [], host };
		this.#byId.set(id, slot);
		this.#slots.push(slot);
		this.#shown = undefined;
		return slot;
	}

	#name(slots: readonly Slot[]): Lane[] {
		return distinct(
			slots.map(({ id, userAgents, host }) =>
				host === undefined
					? phoneLane(id, userAgents, this.#analysis, this.#choice)
					: serverLane(id, host, this.#analysis)
			)
		);
	}
}
