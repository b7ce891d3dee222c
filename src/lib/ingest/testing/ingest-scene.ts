import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { eventually } from '../../simulator/testing/eventually.ts';
import type { HostEvent } from '../../simulator/host/host-event.ts';
import { PAGE_PATH, type StreamsMessage } from '../../stream/page-protocol.ts';
import { continued } from '../../stream/continued.ts';
import type { Entry } from '../../trace/entry.ts';
import { Ingest } from '../ingest.ts';

/** Sipscope's server, at a port that it keeps when it is started again. */
export class IngestScene {
	readonly log: HostEvent[] = [];
	ingest!: Ingest;
	port = 0;
	#server!: Server;

	static async open(): Promise<IngestScene> {
		const scene = new IngestScene();
		await scene.start();
		return scene;
	}

	get address(): string {
		return `ws://127.0.0.1:${this.port}/ingest`;
	}

	async start(): Promise<void> {
		this.ingest = new Ingest({
			allowOrigins: ['https://app.example.com'],
			log: (event) => this.log.push(event)
		});
		this.#server = createServer();
		this.ingest.listenTo(this.#server);
		this.#server.listen(this.port, '127.0.0.1');
		await once(this.#server, 'listening');
		this.port = (this.#server.address() as AddressInfo).port;
	}

	async stop(): Promise<void> {
		const closed = once(this.#server, 'close');
		this.ingest.close();
		this.#server.close();
		this.#server.closeAllConnections();
		await closed;
	}

	page(store = new Map<string, Entry[]>()): Promise<ScriptedPage> {
		return ScriptedPage.open(this.port, store);
	}

	/** A connection on which a test says what it likes, with the code and reason of its end. */
	async app(origin?: string): Promise<ScriptedApp> {
		const socket = new WebSocket(this.address, { headers: origin ? { origin } : {} });
		const app = new ScriptedApp(socket);
		await Promise.race([once(socket, 'open'), once(socket, 'unexpected-response')]);
		return app;
	}
}

export class ScriptedApp {
	readonly socket: WebSocket;
	readonly answers: unknown[] = [];
	closed: readonly [code: number, reason: string] | undefined;
	status = 101;

	constructor(socket: WebSocket) {
		this.socket = socket;
		socket.on('message', (data) => this.answers.push(JSON.parse(String(data))));
		socket.on('close', (code, reason) => (this.closed = [code, String(reason)]));
		socket.on('unexpected-response', (_request, response) => {
			this.status = response.statusCode ?? 0;
		});
		socket.on('error', () => undefined);
	}
}

/** A page that stores what it gets at once, in a store that outlives it. */
export class ScriptedPage {
	readonly store: Map<string, Entry[]>;
	streams: StreamsMessage | undefined;
	/** Takes what comes, and says nothing of it. */
	silent = false;
	readonly #socket: WebSocket;

	private constructor(socket: WebSocket, store: Map<string, Entry[]>) {
		this.#socket = socket;
		this.store = store;
		socket.on('message', (data) => this.#take(String(data)));
	}

	static async open(port: number, store: Map<string, Entry[]>): Promise<ScriptedPage> {
		const origin = `http://127.0.0.1:${port}`;
		const socket = new WebSocket(`ws://127.0.0.1:${port}${PAGE_PATH}`, { origin });
		const page = new ScriptedPage(socket, store);
		await once(socket, 'open');
		await eventually(() => page.streams !== undefined, 'the page is told of the streams');
		return page;
	}

	/** The entries of the only stream. */
	get entries(): readonly Entry[] {
		return [...this.store.values()][0] ?? [];
	}

	async close(): Promise<void> {
		const closed = once(this.#socket, 'close');
		this.#socket.close();
		await closed;
	}

	#take(text: string): void {
		const [head = '', ...lines] = text.split('\n');
		const message = JSON.parse(head) as StreamsMessage | { type: 'entries'; stream: string };
		if (message.type === 'streams') this.streams = message;
		else if (!this.silent) this.#keep(message.stream, lines);
	}

	#keep(stream: string, lines: readonly string[]): void {
		const kept = this.store.get(stream) ?? [];
		this.store.set(stream, kept);
		const due = (kept.at(-1)?.seq ?? -1) + 1;
		kept.push(
			...continued(
				lines.map((line) => JSON.parse(line) as Entry),
				due
			)
		);
		this.#socket.send(
			JSON.stringify({ type: 'stored', stream, next: (kept.at(-1)?.seq ?? -1) + 1 })
		);
	}
}
