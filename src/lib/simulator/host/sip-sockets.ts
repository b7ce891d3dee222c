import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type ServerOptions, type WebSocket } from 'ws';
import { BACKUP_PATH } from '../accounts.ts';
import type { Proxy } from '../core/connection.ts';
import type { Edge } from '../core/edge.ts';
import type { ScenarioPlayer } from '../scenario/scenario-player.ts';
import type { Access } from './access.ts';
import { FrameAllowance } from './frame-allowance.ts';
import { nameOf, type HostEvent, type SocketEvent } from './host-event.ts';
import { SIP_PATH } from './http.ts';

/** Far above any SIP message; a longer frame closes its socket with 1009. */
const LARGEST_FRAME = 256 * 1024;
/** Bytes that wait for a phone which does not read: then it is given up. */
const LONGEST_QUEUE = 1024 * 1024;
const MOST_SOCKETS = 5000;
/** How long a phone may take to agree to the end, in milliseconds. */
const FAREWELL = 500;

/** RFC 6455 §7.4.1. */
const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;
const ABNORMAL_CLOSURE = 1006;
const POLICY_VIOLATION = 1008;

/** The types of `ws` do not know `closeTimeout` yet. */
const serverOptions: ServerOptions & { closeTimeout: number } = {
	noServer: true,
	maxPayload: LARGEST_FRAME,
	closeTimeout: FAREWELL,
	clientTracking: false,
	handleProtocols: () => 'sip'
};

export interface SipSocketsOptions {
	edge: Edge;
	scenarios: ScenarioPlayer;
	access: Access;
	log: (event: HostEvent) => void;
	watch?: (event: SocketEvent) => void;
}

/** The WebSockets of the phones (RFC 7118), between an HTTP server and the edge. */
export class SipSockets {
	#options: SipSocketsOptions;
	#server = new WebSocketServer(serverOptions);
	#sockets = new Map<string, WebSocket>();
	#opened = 0;

	constructor(options: SipSocketsOptions) {
		this.#options = options;
	}

	/** Takes an upgrade over, or refuses it with a status. Only where `isSipUpgrade`. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const refusal = this.#refusalOf(request);
		if (!refusal) {
			return this.#server.handleUpgrade(request, socket, head, (opened) =>
				this.#open(opened, proxyOf(request))
			);
		}
		const [status, reason] = refusal;
		this.#options.log({ kind: 'refused', request: nameOf(request), status, reason });
		refuse(socket, status);
	}

	ids(): string[] {
		return [...this.#sockets.keys()];
	}

	/** @returns false where there is no such connection */
	send(id: string, frame: string | Uint8Array): boolean {
		const socket = this.#sockets.get(id);
		if (!socket) return false;
		if (socket.readyState === socket.OPEN) this.#send(id, socket, frame);
		return true;
	}

	/** @param code 1006 is never sent (RFC 6455 §7.4.1): it cuts the socket without a word */
	close(id: string, code: number, reason?: string): boolean {
		const socket = this.#sockets.get(id);
		if (code === ABNORMAL_CLOSURE) socket?.terminate();
		else socket?.close(code, reason);
		return socket !== undefined;
	}

	/** Says goodbye to every phone, and hangs up on those that do not answer. */
	async closeAll(): Promise<void> {
		const closed = [...this.#sockets.values()].map(
			(socket) => new Promise((resolve) => socket.once('close', resolve))
		);
		for (const socket of this.#sockets.values()) socket.close(GOING_AWAY, 'the simulator ends');
		this.#server.close();
		await Promise.all(closed);
	}

	#open(socket: WebSocket, proxy: Proxy): void {
		const id = `connection ${++this.#opened}`;
		const { edge, watch } = this.#options;
		const allowance = new FrameAllowance(performance.now());
		this.#sockets.set(id, socket);
		watch?.({ kind: 'opened', connection: id });
		edge.opened(id, proxy);
		socket.on('message', (data, isBinary) => {
			if (socket.readyState !== socket.OPEN) return;
			if (!allowance.take(performance.now())) this.#expel(id, POLICY_VIOLATION, 'too many frames');
			else if (isBinary) this.#expel(id, UNSUPPORTED_DATA, 'a binary frame');
			else this.#receive(id, data);
		});
		// A frame too large or malformed; `ws` closes the socket with the fitting code itself.
		socket.on('error', (error) => this.#ignored(id, error.message));
		socket.on('close', (code) => {
			this.#sockets.delete(id);
			edge.closed(id);
			watch?.({ kind: 'closed', connection: id, code });
		});
	}

	#send(id: string, socket: WebSocket, frame: string | Uint8Array): void {
		socket.send(frame);
		this.#options.watch?.({ kind: 'sent', connection: id, frame });
		if (socket.bufferedAmount <= LONGEST_QUEUE) return;
		this.#ignored(id, 'it does not read what is sent to it');
		socket.terminate();
	}

	#receive(id: string, data: RawData): void {
		const frame = data.toString();
		this.#options.watch?.({ kind: 'received', connection: id, frame });
		this.#options.edge.receive(id, frame);
	}

	#expel(id: string, code: number, reason: string): void {
		this.#ignored(id, reason);
		this.close(id, code, reason);
	}

	#ignored(connection: string, reason: string): void {
		this.#options.log({ kind: 'ignored', connection, reason, text: '' });
	}

	#refusalOf(request: IncomingMessage): [status: number, reason: string] | undefined {
		const { host, origin } = request.headers;
		if (!this.#options.access.admitsHost(host)) return [403, 'it is not called by that name'];
		if (!this.#options.access.admitsOrigin(origin)) return [403, 'a page from elsewhere'];
		if (!offersSip(request)) return [400, 'the sub-protocol sip was not offered'];
		const scripted = this.#options.scenarios.refusal(proxyOf(request));
		if (scripted !== undefined) return [scripted, 'a scenario has it so'];
		if (this.#sockets.size >= MOST_SOCKETS) return [503, 'too many sockets'];
		return undefined;
	}
}

/** `/sip` or its backup; or the root, where an outbound proxy is given by host and port alone. */
export function isSipUpgrade(request: IncomingMessage): boolean {
	const path = pathOf(request);
	return path === SIP_PATH || path === BACKUP_PATH || (path === '/' && offersSip(request));
}

function proxyOf(request: IncomingMessage): Proxy {
	return pathOf(request) === BACKUP_PATH ? 'backup' : 'primary';
}

function pathOf({ url }: IncomingMessage): string | undefined {
	return url?.split('?', 1)[0];
}

function offersSip(request: IncomingMessage): boolean {
	const protocols = request.headers['sec-websocket-protocol']?.split(',') ?? [];
	return protocols.some((protocol) => protocol.trim() === 'sip');
}

export function refuse(socket: Duplex, status: number): void {
	// The asker may be gone already, and nobody else listens to an upgraded socket.
	socket.on('error', () => socket.destroy());
	socket.end(
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
	);
}
