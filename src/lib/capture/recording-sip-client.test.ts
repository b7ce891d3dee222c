import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket as Peer } from 'ws';
import { browserLikeWebSocket } from '../../../tests/browser-like-websocket.ts';
import type { Entry } from '../trace/entry.ts';
import { Recorder } from './recorder.ts';
import { RecordingSipClient } from './recording-sip-client.ts';

/** A registrar that accepts everybody, and keeps what travelled, as it saw it. */
class ScriptedServer {
	readonly #server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
	readonly frames: (readonly ['to server' | 'to client', string | Uint8Array])[] = [];
	readonly peers: Peer[] = [];
	/** Status line and further headers of the answer to the next REGISTER. */
	answer = () => 'SIP/2.0 200 OK\r\nContact: <sip:x@y.invalid>;expires=60';

	constructor() {
		this.#server.on('connection', (peer) => {
			this.peers.push(peer);
			peer.on('message', (data: Buffer, isBinary) => {
				this.frames.push(['to server', isBinary ? new Uint8Array(data) : data.toString()]);
				this.#reply(peer, data.toString());
			});
		});
	}

	listening() {
		return once(this.#server, 'listening');
	}

	get host() {
		return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	send(peer: Peer | undefined, frame: string | Uint8Array) {
		this.frames.push(['to client', frame]);
		peer?.send(frame);
	}

	#reply(peer: Peer, request: string) {
		const cseq = /CSeq: (\d+) REGISTER/.exec(request)?.[1];
		if (cseq !== undefined) this.send(peer, `${this.answer()}\r\nCSeq: ${cseq} REGISTER\r\n\r\n`);
	}

	close() {
		for (const peer of this.peers) peer.terminate();
		return new Promise((resolve) => this.#server.close(resolve));
	}
}

let server: ScriptedServer;
let entries: Entry[];
let thrown: [unknown, string | undefined][];
const native = globalThis.WebSocket;

function client(plain = true) {
	const seen = entries;
	const recorder = new Recorder([{ append: (batch) => seen.push(...batch) }]);
	const made = new RecordingSipClient({
		recorder,
		phone: 'phone-1',
		plain,
		sipInfo: {
			authorizationId: '802398808016',
			domain: 'sip.example.com',
			outboundProxy: server.host,
			outboundProxyBackup: '',
			username: '16505550100*101',
			password: 'secret',
			stunServers: []
		},
		onerror: (error, action) => thrown.push([error, action])
	});
	return { client: made, settle: () => settle(recorder) };
}

/** Turns of the event loop, which both ends share, in which nothing travelled: then all has arrived. */
const QUIET_TURNS = 8;

/** Waits until both ends have seen what was sent. */
async function settle(recorder: Recorder) {
	let seen = -1;
	for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
		await new Promise((resolve) => setTimeout(resolve, 5));
		recorder.flush();
		if (entries.length + server.frames.length !== seen) quiet = 0;
		seen = entries.length + server.frames.length;
	}
}

const wire = () =>
	entries.flatMap((entry) =>
		entry.kind === 'message'
			? [
					[
						entry.direction === 'sent' ? 'to server' : 'to client',
						entry.text ?? entry.bytes
					] as const
				]
			: []
	);

const socketEvents = () =>
	entries.flatMap((entry) =>
		entry.kind === 'socket' ? [`${entry.connection} ${entry.event}`] : []
	);

beforeEach(async () => {
	globalThis.WebSocket = browserLikeWebSocket;
	server = new ScriptedServer();
	await server.listening();
	entries = [];
	thrown = [];
});

afterEach(async () => {
	await server.close();
	globalThis.WebSocket = native;
});

describe('RecordingSipClient', () => {
	it('records what travels, byte for byte, in order, through a second start and the unregister', async () => {
		const { client: sip, settle } = client();
		await sip.start();
		await sip.start();
		server.send(server.peers[0], 'NOTIFY sip:x SIP/2.0\r\nCSeq: 218000001 NOTIFY\r\n\r\n');
		await settle();
		await sip.dispose();
		sip.abandon();
		await settle();

		expect(wire()).toEqual(server.frames);
		expect(wire()).toHaveLength(8);
		expect(new Set(entries.map((entry) => entry.connection)).size).toBe(2);
		expect(socketEvents().map((event) => event.split(' ')[1])).toEqual([
			'connecting',
			'open',
			'connecting',
			'open',
			'close',
			'close'
		]);
		for (const entry of entries)
			expect(entry).toMatchObject({ phone: 'phone-1', instance: '802398808016' });
	});

	it('records what the SDK hides, and what breaks it', async () => {
		const { client: sip, settle } = client();
		await sip.start();
		const foreign =
			'MESSAGE sip:x SIP/2.0\r\nCSeq: 218000002 MESSAGE\r\n\r\n' +
			'<Msg><Hdr SID="1" Cmd="7"/><Bdy Cln="another"/></Msg>';
		const peer = server.peers[0];
		server.send(peer, foreign);
		server.send(peer, new Uint8Array([0, 255, 128, 13, 10]));
		server.send(peer, '');
		server.send(peer, 'Zoë 🎧 \ufeff \u0000 \r\n\r\n');
		await settle();
		expect(wire()).toEqual(server.frames);
		expect(wire().slice(-4)).toEqual([
			['to client', foreign],
			['to client', new Uint8Array([0, 255, 128, 13, 10])],
			['to client', ''],
			['to client', 'Zoë 🎧 \ufeff \u0000 \r\n\r\n']
		]);
		expect(thrown.map(([error]) => error)).toEqual([expect.any(TypeError)]);
		sip.abandon();
	});

	it('records a frame before the SDK answers it', async () => {
		const { client: sip, settle } = client();
		await sip.start();
		server.send(
			server.peers[0],
			'BYE sip:x SIP/2.0\r\nCall-Id: a\r\nCSeq: 218000003 BYE\r\nTo: <sip:y>\r\n\r\n'
		);
		await settle();
		expect(wire().map(([direction, text]) => [direction, String(text).slice(0, 11)])).toEqual([
			['to server', 'REGISTER si'],
			['to client', 'SIP/2.0 200'],
			['to client', 'BYE sip:x S'],
			['to server', 'SIP/2.0 200']
		]);
		sip.abandon();
	});

	it('records unpaired surrogates as they travel', async () => {
		const { client: sip, settle } = client();
		await sip.start();
		sip.wsc.send('lone \ud800 high, \udc00 low');
		await settle();
		expect(wire()).toEqual(server.frames);
		expect(wire().at(-1)).toEqual(['to server', 'lone \ufffd high, \ufffd low']);
		sip.abandon();
	});

	it('marks what was sent while the socket was not open', async () => {
		const { client: sip, settle } = client();
		await sip.start();
		sip.wsc.close();
		sip.wsc.send('too late');
		await settle();
		expect(
			entries.find((entry) => entry.kind === 'message' && entry.text === 'too late')
		).toMatchObject({ direction: 'sent', undelivered: true });
		expect(wire().length).toBe(server.frames.length + 1);
		expect(entries.filter((entry) => entry.kind === 'message' && entry.undelivered)).toHaveLength(
			1
		);
	});

	it('tells of a refresh that fails, and of nothing that is awaited', async () => {
		const { client: sip } = client();
		// The SDK refreshes 3 s before expiry: with 3 s, at once.
		let registers = 0;
		server.answer = () =>
			registers++ === 0
				? 'SIP/2.0 200 OK\r\nContact: <sip:x@y.invalid>;expires=3'
				: 'SIP/2.0 503 Service Unavailable';
		await sip.start();
		await expect
			.poll(() => thrown)
			.toEqual([[new Error('Registration failed: SIP/2.0 503 Service Unavailable'), 'refresh']]);
		await expect(sip.dispose()).rejects.toThrow('503');
		expect(thrown).toHaveLength(1);
		sip.abandon();
	});

	it('leaves the page its own WebSocket', async () => {
		const { client: sip, settle } = client();
		const page = globalThis.WebSocket;
		const connecting = sip.connect();
		expect(globalThis.WebSocket).toBe(page);
		await connecting;
		sip.sipInfo.outboundProxy = 'not a host';
		expect(() => sip.connect()).toThrow(SyntaxError);
		expect(globalThis.WebSocket).toBe(page);
		await settle();
		expect(socketEvents()).toHaveLength(2);
		sip.abandon();
	});

	it('records a connection that cannot be opened', async () => {
		const { client: sip, settle } = client(false);
		await expect(sip.start()).rejects.toMatchObject({ type: 'error' });
		await settle();
		expect(entries).toMatchObject([
			{ kind: 'socket', event: 'connecting', url: `wss://${server.host}/` },
			{ kind: 'socket', event: 'error' },
			{ kind: 'socket', event: 'close', code: 1006 }
		]);
	});
});
