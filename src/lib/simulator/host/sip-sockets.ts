import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { STATUS_CODES } from 'node:http';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Edge } from '../core/edge.ts';
import { SIP_PATH } from './http.ts';
import { isAllowedOrigin, isLoopbackHost } from './loopback.ts';

/** Far above any SIP message; a longer frame closes its socket with 1009. */
const LARGEST_FRAME = 256 * 1024;

/** The WebSockets of the phones (RFC 7118), between an HTTP server and the edge. */
export class SipSockets {
	#edge: Edge;
	#server = new WebSocketServer({
		noServer: true,
		maxPayload: LARGEST_FRAME,
		handleProtocols: () => 'sip'
	});
	#sockets = new Map<string, WebSocket>();
	#opened = 0;
	#ignored: (connection: string, reason: string) => void;

	constructor(edge: Edge, ignored: (connection: string, reason: string) => void) {
		this.#edge = edge;
		this.#ignored = ignored;
	}

	/** Takes an upgrade over, or refuses it with a status. Only for requests to `/sip`. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const status = refusal(request);
		if (status) return refuse(socket, status);
		this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#open(webSocket));
	}

	ids(): string[] {
		return [...this.#sockets.keys()];
	}

	/** @returns false where there is no such connection */
	send(id: string, frame: string | Uint8Array): boolean {
		const socket = this.#sockets.get(id);
		socket?.send(frame);
		return socket !== undefined;
	}

	close(id: string, code: number, reason?: string): boolean {
		const socket = this.#sockets.get(id);
		socket?.close(code, reason);
		return socket !== undefined;
	}

	terminate(): void {
		for (const socket of this.#sockets.values()) socket.terminate();
		this.#server.close();
	}

	#open(socket: WebSocket): void {
		const id = `connection ${++this.#opened}`;
		this.#sockets.set(id, socket);
		this.#edge.opened(id);
		socket.on('message', (data, isBinary) => this.#receive(id, data, isBinary));
		// A frame too large or malformed; `ws` closes the socket with the fitting code itself.
		socket.on('error', (error) => this.#ignored(id, error.message));
		socket.on('close', () => {
			this.#sockets.delete(id);
			this.#edge.closed(id);
		});
	}

	#receive(id: string, data: RawData, isBinary: boolean): void {
		if (isBinary) this.#ignored(id, 'a binary frame');
		else this.#edge.receive(id, data.toString());
	}
}

export function isSipUpgrade(request: IncomingMessage): boolean {
	return request.url?.split('?')[0] === SIP_PATH;
}

function refusal(request: IncomingMessage): number | undefined {
	if (!isLoopbackHost(request.headers.host)) return 403;
	if (!isAllowedOrigin(request.headers.origin)) return 403;
	const protocols = request.headers['sec-websocket-protocol']?.split(',') ?? [];
	return protocols.some((protocol) => protocol.trim() === 'sip') ? undefined : 400;
}

export function refuse(socket: Duplex, status: number): void {
	// The asker may be gone already, and nobody else listens to an upgraded socket.
	socket.on('error', () => socket.destroy());
	socket.end(
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
	);
}
