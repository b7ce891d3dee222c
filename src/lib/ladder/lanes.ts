import type { Analysis } from '../analysis/analysis.ts';
import type { Party } from '../analysis/calls/call.ts';
import type { Connection } from '../analysis/connection.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { UserAgent } from '../analysis/user-agent.ts';
import type { LaneChoice, Lane } from './lane.ts';
import { capturedEnds, capturedLane, ownParty } from './captured-lane.ts';
import { addressOf, distinct, hostOf, phoneLane, serverLane } from './lane-names.ts';

/** Who has a lane: phones' user agents, or the host of a server; `''` for whatever server there is. */
interface Slot {
	readonly id: string;
	readonly userAgents: UserAgent[];
	/** Set where a phone turns out to be the server of others, too: a proxy that was captured. */
	host?: string;
	/** Of whoever's packets were captured. */
	address?: string;
	/** Who that is, by the calls it takes part in. */
	party?: Party;
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
	/** Of packets that were captured: an address is one participant, whatever it talks to. */
	readonly #byAddress = new Map<string, Slot>();
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
	take(message: SeenMessage): void {
		const { userAgent, connection } = message;
		const ends = capturedEnds(message);
		this.takePhone(userAgent, ends?.phone);
		if (!this.#ofConnection.has(connection)) this.#addServer(connection, ends?.server);
		if (ends) this.#learn(message);
	}

	/** @param address its own, where its packets were captured. */
	takePhone(userAgent: UserAgent, address?: string): void {
		if (this.#ofUserAgent.has(userAgent)) return;
		const slot = this.#phoneAt(userAgent, address);
		slot.userAgents.push(userAgent);
		this.#ofUserAgent.set(userAgent, slot);
		if (address === undefined) return;
		slot.address ??= address;
		if (this.#choice.servers !== 'one') this.#byAddress.set(address, slot);
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

	/** Whoever has the same address, unless it is known which phone or instance this one is. */
	#phoneAt(userAgent: UserAgent, address: string | undefined): Slot {
		const { phone, instance } = userAgent;
		const isNameless = phone === undefined && instance === undefined;
		const known = isNameless && address !== undefined ? this.#byAddress.get(address) : undefined;
		return known ?? this.#slot(this.#idOf(userAgent));
	}

	/** @param address where packets were captured. */
	#addServer(connection: Connection | undefined, address: string | undefined): void {
		const { servers } = this.#choice;
		const split = servers === 'address' ? hostOf(connection?.url) : undefined;
		const host = (servers === 'one' ? undefined : (address ?? split)) ?? '';
		const slot = this.#byAddress.get(host) ?? this.#slot(`server ${host}`.trim(), host);
		if (slot.host === undefined) {
			slot.host = host;
			this.#shown = undefined;
		}
		if (address !== undefined && host !== '') {
			slot.address ??= address;
			this.#byAddress.set(address, slot);
		}
		this.#ofConnection.set(connection, slot);
	}

	#learn(message: SeenMessage): void {
		const slot = this.#ofUserAgent.get(message.userAgent);
		if (slot && slot.party === undefined) slot.party = ownParty(message);
	}

	#slot(id: string, host?: string): Slot {
		const known = this.#byId.get(id);
		if (known) return known;
		const slot: Slot = { id, userAgents: [], host };
		this.#byId.set(id, slot);
		this.#slots.push(slot);
		this.#shown = undefined;
		return slot;
	}

	#name(slots: readonly Slot[]): Lane[] {
		return distinct(
			slots.map(({ id, userAgents, host, address, party }) => {
				const lane =
					host === undefined
						? phoneLane(id, userAgents, this.#analysis, this.#choice)
						: serverLane(id, host, this.#analysis);
				return address === undefined ? lane : capturedLane(lane, address, party);
			})
		);
	}
}
