import type { Server as HttpServer } from 'node:http';
import { isIPv6 } from 'node:net';
import { builtInAccounts, type Account } from '../accounts.ts';
import { createEdge, type Edge } from '../core/edge.ts';
import type { Media } from '../core/media.ts';
import { usualSettings, type Settings } from '../core/settings.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { ScenarioPlayer } from '../scenario/scenario-player.ts';
import { seededRandom } from '../seeded-random.ts';
import { Access, isWildcard } from './access.ts';
import { Control } from './control/control.ts';
import { Plays } from './control/plays.ts';
import type { HostEvent, SocketEvent } from './host-event.ts';
import { presenceOf } from './presence-of.ts';
import { Rest } from './rest/rest.ts';
import { simulatorHttp, type Middleware } from './http.ts';
import { isSipUpgrade, SipSockets } from './sip-sockets.ts';
import { strongRandom } from './strong-random.ts';

export interface SimulatorOptions {
	/** Alice, Bob and Carol, unless told. */
	accounts?: readonly Account[];
	settings?: Partial<Settings>;
	/** How the edge behaves differently, from the beginning. */
	scenario?: Scenario;
	/** Signalling alone unless told. */
	media?: Media;
	/** Makes ids and nonces the same in each run: for tests alone, since nonces can then be guessed. */
	seed?: number;
	/** The name or address by which it may be called, besides those of this machine. */
	host?: string;
	/** Pages that may ask, besides those of this machine: `https://app.example.com`. */
	allowOrigins?: readonly string[];
	/** Told what was ignored or refused, and of our own bugs; the console unless told. */
	log?: (event: HostEvent) => void;
	/** Told everything that happens on the sockets. Frames hold credentials, if only as digests. */
	watch?: (event: SocketEvent) => void;
}

/** One open WebSocket, with who registered over it. */
export interface SimulatorConnection {
	id: string;
	extension?: string;
	/** The instances bound over this connection, the superseded ones too. */
	instances: string[];
}

/** The edge on sockets: what an HTTP server needs of it, and what a test wants to do to it. */
export class Simulator {
	readonly edge: Edge;
	/** Plays and ends scenarios while it runs. */
	readonly scenarios: ScenarioPlayer;
	readonly http: Middleware;
	#sockets: SipSockets;

	/** Throws a `TypeError` where an origin to allow is none. */
	constructor(options: SimulatorOptions = {}) {
		const { accounts = builtInAccounts, settings, media, seed, log = warn, watch } = options;
		const access = new Access(options);
		const random = seed === undefined ? strongRandom : seededRandom(seed);
		this.edge = createEdge({
			accounts,
			settings: { ...named(options.host), ...settings },
			media,
			log,
			random,
			now: () => Date.now(),
			schedule: (delay, task) => {
				const timer = setTimeout(task, delay);
				return () => clearTimeout(timer);
			},
			send: (connection, text) => this.#sockets.send(connection, text),
			disconnect: (connection, code, reason) => this.#sockets.close(connection, code, reason)
		});
		this.scenarios = new ScenarioPlayer(this.edge);
		this.#sockets = new SipSockets({
			edge: this.edge,
			scenarios: this.scenarios,
			access,
			log,
			watch
		});
		const plays = new Plays(this.scenarios);
		if (options.scenario) plays.start(options.scenario);
		const rest = new Rest({
			accounts,
			now: () => Date.now(),
			make: () => this.edge.identifiers.nonce(),
			presence: ({ account }) => presenceOf(this.edge, account)
		});
		const control = new Control({
			edge: this.edge,
			plays,
			connections: () => this.#sockets.ids(),
			disconnect: (id, code) => this.#sockets.close(id, code)
		});
		this.http = simulatorHttp({ accounts, access, rest, control, log });
	}

	/** Serves the upgrades of phones; all others are left to whoever else listens. */
	listenTo(server: HttpServer): void {
		server.on('upgrade', (request, socket, head) => {
			if (isSipUpgrade(request)) this.#sockets.upgrade(request, socket, head);
		});
		server.once('close', () => void this.close());
	}

	connections(): SimulatorConnection[] {
		return this.#sockets.ids().map((id) => ({
			id,
			extension: this.edge.connection(id)?.account?.extension,
			instances: this.edge.registrar
				.all()
				.filter((binding) => binding.connection === id)
				.map((binding) => binding.instance)
		}));
	}

	/** Sends one frame as it is: text as a text frame, bytes as a binary one. */
	send(connection: string, frame: string | Uint8Array): boolean {
		return this.#sockets.send(connection, frame);
	}

	/** Closes a connection, as an edge does that restarts (1012) or loses patience. */
	disconnect(connection: string, code = 1000, reason?: string): boolean {
		return this.#sockets.close(connection, code, reason);
	}

	/** Ends every socket within half a second. The HTTP server is its owner's to close. */
	close(): Promise<void> {
		return this.#sockets.closeAll();
	}
}

/** A name of its own is also a domain whose phones may register. */
function named(host: string | undefined): Partial<Settings> {
	if (host === undefined || isWildcard(host)) return {};
	const domains = [...usualSettings.domains, host.toLowerCase()];
	// Tags are made of the address, and have no colon in them.
	return isIPv6(host) ? { domains } : { domains, address: host };
}

/** Frames may hold credentials: what is said of them never quotes them. */
function warn(event: HostEvent): void {
	if (event.kind === 'fault') console.error('The simulator has a bug:', event.error);
	else if (event.kind === 'refused')
		console.warn(`The simulator refused ${event.request} with ${event.status}: ${event.reason}.`);
	else console.warn(`The simulator ignored a frame of ${event.connection}: ${event.reason}.`);
}
