import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { Access, type AccessOptions } from '../simulator/host/access.ts';
import { nameOf, type HostEvent } from '../simulator/host/host-event.ts';
import { refuse } from '../simulator/host/sip-sockets.ts';
import { CLOSE, INGEST_PATH, LONGEST_LINE, USUAL_CHUNK } from '../stream/protocol.ts';
import { PAGE_PATH } from '../stream/page-protocol.ts';
import type { AppStream } from './app-stream.ts';
import { isRefusal, readHello } from './hello.ts';
import { PageLink, parseStored } from './page-link.ts';
import { Streams } from './streams.ts';

/** Four bytes a character at worst. */
const LARGEST_MESSAGE = 4 * (LONGEST_LINE + USUAL_CHUNK);
const MOST_SOCKETS = 200;
/** RFC 6455 §7.4.1. */
const GOING_AWAY = 1001;

export interface IngestOptions extends AccessOptions {
	/** Told who was refused. */
	log?: (event: HostEvent) => void;
}

/** Takes what apps stream, and hands it to the page of Sipscope that stores it. */
export class Ingest {
	readonly streams = new Streams();
	readonly access: Access;
	readonly #log: (event: HostEvent) => void;
	readonly #server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });

	constructor({ log = () => undefined, ...access }: IngestOptions = {}) {
		this.access = new Access(access);
		this.#log = log;
	}

	/** Serves the upgrades of apps and pages; all others are left to whoever else listens. */
	listenTo(server: Server): void {
		server.on('upgrade', (request, socket, head) => {
			const path = request.url?.split('?', 1)[0];
			if (path === INGEST_PATH) this.#upgrade(request, socket, head, this.#refusalOf(request));
			else if (path === PAGE_PATH)
				this.#upgrade(request, socket, head, this.#refusalOfPage(request));
		});
		server.once('close', () => this.close());
	}

	close(): void {
		for (const socket of this.#server.clients) socket.close(GOING_AWAY, 'Sipscope ends');
		this.#server.close();
	}

	/** The simulator's rule: Node, pages of this machine, and those that were allowed. */
	#refusalOf({ headers: { host, origin } }: IncomingMessage): string | undefined {
		if (!this.access.admitsHost(host)) return 'it is not called by that name';
		if (this.access.admitsOrigin(origin)) return undefined;
		this.streams.refused({ origin, reason: 'a page from elsewhere', at: Date.now() });
		return 'a page from elsewhere';
	}

	/** Pages of other ports are others' too: what apps stream is for Sipscope's own page alone. */
	#refusalOfPage({ headers: { host, origin } }: IncomingMessage): string | undefined {
		if (!this.access.admitsHost(host)) return 'it is not called by that name';
		const isOwn = origin === `http://${host}` || origin === `https://${host}`;
		return isOwn ? undefined : 'not Sipscope’s page';
	}

	#upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, reason?: string): void {
		const status = this.#server.clients.size >= MOST_SOCKETS ? 503 : 403;
		const refusal = reason ?? (status === 503 ? 'too many sockets' : undefined);
		if (refusal !== undefined) {
			this.#log({ kind: 'refused', request: nameOf(request), status, reason: refusal });
			return refuse(socket, status);
		}
		const isPage = request.url?.startsWith(PAGE_PATH);
		this.#server.handleUpgrade(request, socket, head, (opened) =>
			isPage ? this.#openPage(opened) : this.#openApp(opened, request.headers.origin)
		);
	}

	#openPage(socket: WebSocket): void {
		const page = new PageLink(socket);
		this.streams.openPage(page);
		socket.on('message', (data) => {
			const stored = parseStored(String(data));
			if (stored) this.streams.stored(page, stored.stream, stored.next);
		});
		// Its close comes next.
		socket.on('error', () => undefined);
		socket.on('close', () => this.streams.closePage(page));
	}

	#openApp(socket: WebSocket, origin: string | undefined): void {
		let stream: AppStream | undefined;
		socket.on('message', (data, isBinary) => {
			if (socket.readyState !== socket.OPEN) return;
			if (isBinary) return this.#refuse(socket, origin, 'a binary message');
			if (stream) this.#take(socket, stream, data);
			else stream = this.#begin(socket, origin, String(data));
		});
		socket.on('error', (error) => this.#note(origin, error.message));
		socket.on('close', () => {
			if (!stream?.disconnect(socket, performance.now())) return;
			this.streams.moved(stream);
			this.streams.announce();
		});
	}

	#begin(socket: WebSocket, origin: string | undefined, text: string): AppStream | undefined {
		const hello = readHello(text);
		if (isRefusal(hello)) return void this.#refuse(socket, origin, hello.reason, hello.code);
		const stream = this.streams.open(hello, performance.now());
		if (!stream) return void this.#refuse(socket, origin, 'too many streams', CLOSE.tooMany);
		const before = stream.connect(socket, hello, origin);
		before?.close(CLOSE.replaced, 'the same stream has another connection');
		this.streams.announce();
		this.streams.moved(stream);
		return stream;
	}

	#take(socket: WebSocket, stream: AppStream, data: RawData): void {
		for (const line of String(data).split('\n')) {
			if (line === '') continue;
			const accepted = stream.buffer.accept(line);
			if (accepted.ok) continue;
			this.#refuse(socket, stream.origin, accepted.reason);
			break;
		}
		this.streams.moved(stream);
	}

	#refuse(
		socket: WebSocket,
		origin: string | undefined,
		reason: string,
		code: number = CLOSE.notUnderstood
	): void {
		this.#note(origin, reason);
		socket.close(code, reason);
	}

	#note(origin: string | undefined, reason: string): void {
		this.#log({ kind: 'ignored', connection: origin ?? 'a program', reason, text: '' });
		this.streams.refused({ origin, reason, at: Date.now() });
	}
}
