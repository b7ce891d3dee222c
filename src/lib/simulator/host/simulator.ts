import { randomBytes } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { builtInAccounts, type Account } from '../accounts.ts';
import { createEdge, type Edge } from '../core/edge.ts';
import type { EdgeEvent } from '../core/environment.ts';
import type { Media } from '../core/media.ts';
import type { Settings } from '../core/settings.ts';
import { simulatorHttp, type Middleware } from './http.ts';
import { isSipUpgrade, SipSockets } from './sip-sockets.ts';

export interface SimulatorOptions {
	/** Alice, Bob and Carol, unless told. */
	accounts?: readonly Account[];
	settings?: Partial<Settings>;
	/** Signalling alone unless told. */
	media?: Media;
	/** A number in [0, 1); a strong one unless told. */
	random?: () => number;
	log?: (event: EdgeEvent) => void;
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
	readonly http: Middleware;
	#sockets: SipSockets;

	constructor(options: SimulatorOptions = {}) {
		const {
			accounts = builtInAccounts,
			settings,
			media,
			random = strongRandom,
			log = warn
		} = options;
		this.edge = createEdge({
			accounts,
			settings,
			media,
			random,
			log,
			now: () => Date.now(),
			schedule: (delay, task) => {
				const timer = setTimeout(task, delay);
				return () => clearTimeout(timer);
			},
			send: (connection, text) => this.#sockets.send(connection, text),
			disconnect: (connection, code, reason) => this.#sockets.close(connection, code, reason)
		});
		this.#sockets = new SipSockets(this.edge, (connection, reason) =>
			log({ kind: 'ignored', connection, reason, text: '' })
		);
		this.http = simulatorHttp(accounts);
	}

	/** Serves the upgrades to `/sip`; all others are left to whoever else listens. */
	listenTo(server: HttpServer): void {
		server.on('upgrade', (request, socket, head) => {
			if (isSipUpgrade(request)) this.#sockets.upgrade(request, socket, head);
		});
		server.once('close', () => this.terminate());
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

	/** Ends every socket at once. The HTTP server is its owner's to close. */
	terminate(): void {
		this.#sockets.terminate();
	}
}

function strongRandom(): number {
	return randomBytes(4).readUInt32BE() / 2 ** 32;
}

/** Frames may hold credentials: what is said of them never quotes them. */
function warn(event: EdgeEvent): void {
	if (event.kind === 'fault') console.error('The simulator has a bug:', event.error);
	else console.warn(`The simulator ignored a frame of ${event.connection}: ${event.reason}.`);
}
