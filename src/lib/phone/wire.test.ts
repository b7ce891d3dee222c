import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket as NodeWebSocket, WebSocketServer } from 'ws';
import { browserLikeWebSocket } from '../../../tests/browser-like-websocket.ts';
import { Recorder } from '../capture/recorder.ts';
import { builtInAccounts, sipInfoOf } from '../simulator/accounts.ts';
import { createSimulator, type HostedSimulator } from '../simulator/host/node-host.ts';
import type { Entry } from '../trace/entry.ts';
import { RunningPhone } from './running-phone.ts';

type Frame = readonly ['sent' | 'received', string | Uint8Array];

/** Stands between phone and simulator, and writes down what passes, connection by connection. */
class Relay {
	readonly #server = new WebSocketServer({
		host: '127.0.0.1',
		port: 0,
		handleProtocols: () => 'sip'
	});
	readonly connections: { frames: Frame[]; toPhone(frame: string | Uint8Array): void }[] = [];

	constructor(target: string) {
		this.#server.on('connection', (phone) => {
			const frames: Frame[] = [];
			const simulator = new NodeWebSocket(target, 'sip');
			const opened = once(simulator, 'open');
			const toPhone = (frame: string | Uint8Array) => {
				frames.push(['received', frame]);
				phone.send(frame);
			};
			this.connections.push({ frames, toPhone });
			phone.on('message', async (data: Buffer, isBinary) => {
				frames.push(['sent', isBinary ? new Uint8Array(data) : data.toString()]);
				await opened;
				simulator.send(data, { binary: isBinary });
			});
			simulator.on('message', (data: Buffer) => toPhone(data.toString()));
			phone.on('close', () => simulator.close());
		});
	}

	async proxy(): Promise<string> {
		if (!this.#server.address()) await once(this.#server, 'listening');
		return `127.0.0.1:${(this.#server.address() as AddressInfo).port}/sip`;
	}

	close(): void {
		for (const client of this.#server.clients) client.terminate();
		this.#server.close();
	}
}

let simulator: HostedSimulator;
let relay: Relay;
const native = globalThis.WebSocket;

beforeEach(async () => {
	globalThis.WebSocket = browserLikeWebSocket;
	simulator = await createSimulator({ log: () => undefined });
	relay = new Relay(simulator.url);
});

afterEach(async () => {
	relay.close();
	await simulator.close();
	globalThis.WebSocket = native;
});

it('records what the wire carried, byte for byte and in order, also what the SDK hides', async () => {
	const [account] = builtInAccounts;
	if (!account) throw new Error('The simulator has no accounts.');
	const entries: Entry[] = [];
	const recorder = new Recorder([{ append: (batch) => entries.push(...batch) }]);
	const phone = new RunningPhone(
		{
			id: 'phone',
			name: 'Alice',
			sipInfo: sipInfoOf(account, await relay.proxy()),
			plain: true,
			instance: { kind: 'default' },
			media: 'tone',
			createdAt: 0
		},
		{ recorder, debug: false }
	);
	await phone.start();
	await phone.start();
	const [first, second] = relay.connections;
	const foreign =
		'MESSAGE sip:x@y.invalid SIP/2.0\r\nCSeq: 218000001 MESSAGE\r\nCall-Id: z\r\n\r\n' +
		'<Msg><Hdr SID="1" Cmd="7"/><Bdy Cln="999"/></Msg>';
	first?.toPhone(
		'NOTIFY sip:x@y.invalid SIP/2.0\r\nVia: a\r\nCall-Id: q\r\nCSeq: 218000002 NOTIFY\r\n\r\n'
	);
	// Whichever socket asked, the SDK answers on the newest. Frames that cross on the way have no order
	// of their own, so each side waits for the other.
	await expect
		.poll(() => second?.frames.at(-1))
		.toEqual(['sent', expect.stringContaining('218000002 NOTIFY')]);
	second?.toPhone(foreign);
	second?.toPhone(new Uint8Array([1, 2, 0, 255]));
	second?.toPhone('é 🎧 not SIP at all');
	await expect
		.poll(() => {
			recorder.flush();
			return entries.some((entry) => entry.kind === 'message' && entry.text?.startsWith('é'));
		})
		.toBe(true);
	await phone.dispose();
	recorder.flush();

	const recorded = new Map<string, Frame[]>();
	for (const entry of entries) {
		if (entry.kind !== 'message' || !entry.connection) continue;
		const frames = recorded.get(entry.connection) ?? [];
		frames.push([entry.direction, entry.text ?? entry.bytes]);
		recorded.set(entry.connection, frames);
	}
	expect([...recorded.values()]).toEqual(relay.connections.map(({ frames }) => frames));
	expect(first?.frames).toHaveLength(7);
	expect(second?.frames).toHaveLength(16);
	expect(second?.frames.filter(([, text]) => String(text).includes('expires=0'))).not.toEqual([]);
	expect(entries.filter((entry) => entry.kind === 'phone' && entry.event === 'error')).toEqual([
		expect.objectContaining({ message: expect.stringContaining('str.split'), phone: 'phone' })
	]);
	expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index));
});
