import { header, parseMessage, type SipMessage, type SipRequest } from '../../sip/message.ts';
import type { Account } from '../accounts.ts';
import { seededRandom } from '../seeded-random.ts';
import { acknowledge } from './call/acknowledge.ts';
import { bye } from './call/bye.ts';
import { cancel } from './call/cancel.ts';
import { ClientTransactions } from './transaction/client-transactions.ts';
import type { Connection, Proxy } from './connection.ts';
import { DigestGate } from './registrar/digest-gate.ts';
import type { Environment } from './environment.ts';
import { Exchange } from './transaction/exchange.ts';
import { Identifiers } from './identifiers.ts';
import { info } from './control/info.ts';
import { invite } from './call/invite.ts';
import { Legs } from './call/legs.ts';
import { Ringing } from './call/ringing.ts';
import type { Interceptor } from './interceptor.ts';
import type { Media } from './media.ts';
import { Conferences } from './network/conferences.ts';
import { callIn, type CallFromOutside, type CallIn } from './network/call-in.ts';
import { Outbox } from './transaction/outbox.ts';
import { ParkingLot } from './control/parking-lot.ts';
import { rcCommand } from './control/rc-commands.ts';
import { refer } from './control/refer.ts';
import { register } from './registrar/register.ts';
import { Registrar } from './registrar/registrar.ts';
import { usualSettings, type Range, type Settings } from './settings.ts';
import { signallingMedia } from './signalling-media.ts';

export interface EdgeOptions extends Environment {
	accounts: readonly Account[];
	/** Signalling alone unless told. */
	media?: Media;
	settings?: Partial<Settings>;
}

export type Handler = (edge: Edge, exchange: Exchange) => void | Promise<void>;

/** One subject, one file: a method that phones send is one line here. */
const handlers: Readonly<Record<string, Handler>> = {
	ACK: acknowledge,
	BYE: bye,
	CANCEL: cancel,
	INFO: info,
	INVITE: invite,
	MESSAGE: rcCommand,
	REFER: refer,
	REGISTER: register
};

const ALLOWED = Object.keys(handlers).join(', ');

/** The WebSocket close code of a server that restarts. */
const SERVICE_RESTART = 1012;

export function createEdge(options: EdgeOptions): Edge {
	return new Edge(options);
}

/**
 * RingCentral's SIP edge without its sockets: a registrar and a back-to-back user agent. It is told
 * what comes from each connection and hands out what goes to each.
 */
export class Edge {
	readonly environment: Environment;
	readonly settings: Settings;
	readonly accounts: readonly Account[];
	readonly identifiers: Identifiers;
	readonly gate: DigestGate;
	readonly registrar: Registrar;
	readonly transactions: ClientTransactions;
	readonly legs = new Legs();
	readonly parking: ParkingLot;
	readonly conferences = new Conferences();
	readonly media: Media;
	/** A scenario that plays; nobody unless told. */
	interceptor: Interceptor | undefined;
	#connections = new Map<string, Connection>();
	/** A chance of its own: when a frame leaves has no say in the ids that are drawn meanwhile. */
	#hesitation: () => number;

	constructor({ accounts, settings, media, ...environment }: EdgeOptions) {
		this.environment = environment;
		this.accounts = accounts;
		this.settings = { ...usualSettings, ...settings };
		this.#hesitation = seededRandom(environment.random() * 2 ** 32);
		this.identifiers = new Identifiers(environment.random, this.settings.address);
		this.parking = new ParkingLot(this.identifiers);
		this.gate = new DigestGate(accounts, this.identifiers, environment, this.settings);
		this.media = media ?? signallingMedia(environment.random);
		this.transactions = new ClientTransactions(environment.schedule);
		this.registrar = new Registrar(environment, this.settings);
	}

	/** A connection opened. Its name is the host's, and never used for another one. */
	opened(id: string, proxy: Proxy = 'primary'): void {
		const outbox = new Outbox({
			pace: () => this.pause(this.settings.pace),
			schedule: this.environment.schedule,
			send: (text) => this.#send(connection, text),
			fault: (error) => this.fault(id, error)
		});
		const connection = { id, proxy, open: true, outbox, nonces: new Map<string, number>() };
		this.#connections.set(id, connection);
		this.interceptor?.opened(connection);
	}

	closed(id: string): void {
		const connection = this.#connections.get(id);
		if (!connection) return;
		connection.open = false;
		connection.outbox.close();
		this.#connections.delete(id);
		this.interceptor?.closed(connection);
		this.registrar.lost(id);
		this.transactions.lost(connection);
		for (const leg of this.legs.on(connection)) leg.orphaned();
	}

	/** One text frame of a phone, whatever it holds. Never throws. */
	receive(id: string, text: string): void {
		const connection = this.#connections.get(id);
		if (!connection) return;
		this.#guard(id, () => {
			const take = (passed: string) => this.#read(connection, passed);
			if (this.interceptor) this.interceptor.incoming(connection, text, take);
			else take(text);
		});
	}

	/** A call from outside; undefined where nobody here has the number that is called. */
	call(call: CallIn): CallFromOutside | undefined {
		return callIn(this, call);
	}

	/**
	 * An application picks up a parked call: this extension's phones ring, without an offer.
	 * @returns false where nobody waits at that place, or there is no such extension
	 */
	pickUp(place: string, extension: string): boolean {
		const account = this.accounts.find((candidate) => candidate.extension === extension);
		if (!account) return false;
		return this.parking.pickUp(`*${place}`, () => {
			return new Ringing(this, { accounts: [account], withoutOffer: true });
		});
	}

	/** All is forgotten and every connection closed, as by a process that is started anew. */
	restart(): void {
		this.registrar.forget();
		const legs = this.legs.all();
		for (const leg of legs) leg.end();
		for (const leg of legs) leg.conversation?.leave(leg);
		for (const id of this.#connections.keys()) {
			this.environment.disconnect(id, SERVICE_RESTART, 'Service Restart');
		}
	}

	/** Our own bug: it is told, and disturbs nobody but the call it happened to. */
	fault(connection: string, error: unknown): void {
		this.environment.log({ kind: 'fault', connection, error });
	}

	connection(id: string): Connection | undefined {
		return this.#connections.get(id);
	}

	/** How much the edge keeps of what; all of it is 0 after everybody has left. */
	get held() {
		return {
			connections: this.#connections.size,
			bindings: this.registrar.all().length,
			legs: this.legs.count,
			transactions: this.transactions.count,
			parked: this.parking.count,
			conferences: this.conferences.count
		};
	}

	serves(domain: string): boolean {
		return this.settings.domains.includes(domain.toLowerCase());
	}

	pause({ from, to }: Range): number {
		return from + this.#hesitation() * (to - from);
	}

	/** An interceptor may pass a frame on later: by then the connection may be gone. */
	#read(connection: Connection, text: string): void {
		if (connection.open)
			this.#guard(connection.id, () => this.#take(connection, parseMessage(text)));
	}

	#send(connection: Connection, text: string): void {
		const send = (passed: string) => {
			if (connection.open) this.environment.send(connection.id, passed);
		};
		if (this.interceptor) this.interceptor.outgoing(connection, text, send);
		else send(text);
	}

	#guard(connection: string, task: () => void): void {
		try {
			task();
		} catch (error) {
			this.fault(connection, error);
		}
	}

	#take(connection: Connection, message: SipMessage): void {
		if (message.kind === 'unreadable') return this.#ignore(connection, message, 'not SIP');
		if (!isWhole(message))
			return this.#ignore(connection, message, 'a mandatory header is missing');
		if (message.kind === 'request') return this.#serve(connection, message);
		if (!this.transactions.receive(connection, message)) {
			this.#ignore(connection, message, 'it answers nothing that was asked');
		}
	}

	#serve(connection: Connection, request: SipRequest): void {
		const exchange = new Exchange(connection, request, this.identifiers.shortTag());
		const handler = Object.hasOwn(handlers, request.method) ? handlers[request.method] : undefined;
		if (!handler) return void exchange.answer(405, { headers: [['Allow', ALLOWED]] });
		handler(this, exchange)?.catch((error: unknown) => this.fault(connection.id, error));
	}

	#ignore(connection: Connection, { text }: SipMessage, reason: string): void {
		this.environment.log({ kind: 'ignored', connection: connection.id, reason, text });
	}
}

/** What every message must have for us to answer it (RFC 3261 §8.1.1). */
function isWhole(message: SipMessage): boolean {
	return ['Via', 'From', 'To', 'Call-ID', 'CSeq'].every((name) => header(message, name));
}
