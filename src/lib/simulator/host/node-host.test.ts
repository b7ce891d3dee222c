import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { eventually } from '../testing/eventually.ts';
import { bareSocket, closeOf, phoneSocket } from '../testing/host-client.ts';
import type { SocketEvent } from './host-event.ts';
import { createSimulator, type HostOptions, type HostedSimulator } from './node-host.ts';

const running: HostedSimulator[] = [];

afterEach(async () => {
	for (const host of running.splice(0)) await host.close();
});

async function started(options?: HostOptions): Promise<HostedSimulator> {
	const host = await createSimulator(options);
	running.push(host);
	return host;
}

function hear(socket: WebSocket): unknown[] {
	const heard: unknown[] = [];
	socket.on('message', (data, isBinary) => heard.push(isBinary ? data : String(data)));
	return heard;
}

describe('a hosted simulator', () => {
	test('says where it is', async () => {
		const plain = await started();
		expect(plain.url).toBe(`ws://127.0.0.1:${plain.port}/sip`);
		expect(plain.server).toBe(`http://127.0.0.1:${plain.port}`);
		expect(plain.certificate).toBeUndefined();
		const secure = await started({ tls: true, host: '::1' });
		expect(secure.url).toBe(`wss://[::1]:${secure.port}/sip`);
		expect(secure.proxy).toBe(`[::1]:${secure.port}/sip`);
		expect(secure.certificate).toContain('BEGIN CERTIFICATE');
		(await phoneSocket(secure)).terminate();
	});

	test('tells that a port is taken', async () => {
		const { port } = await started();
		await expect(createSimulator({ port })).rejects.toThrow('EADDRINUSE');
	});

	test('lets a test send any frame, and close with any code', async () => {
		const watched: SocketEvent[] = [];
		const host = await started({ watch: (event) => watched.push(event) });
		const socket = await phoneSocket(host);
		const heard = hear(socket);
		const [{ id } = { id: '' }] = host.connections();
		expect(host.simulator.send(id, 'any text')).toBe(true);
		expect(host.simulator.send(id, Uint8Array.of(7, 8))).toBe(true);
		const closed = closeOf(socket);
		expect(host.simulator.disconnect(id, 1012, 'restart')).toBe(true);
		expect(await closed).toEqual([1012, 'restart']);
		expect(heard).toEqual(['any text', Buffer.from([7, 8])]);
		expect(host.simulator.send('connection 99', 'x')).toBe(false);
		await eventually(
			() => watched.at(-1)?.kind === 'closed',
			'the simulator knows that it is closed'
		);
		expect(watched.map(({ kind }) => kind)).toEqual(['opened', 'sent', 'sent', 'closed']);
	});

	test('repeats its ids and nonces where it has a seed', async () => {
		const challenges = [];
		for (const seed of [7, 7, 8]) {
			const host = await started({ seed });
			challenges.push(host.edge.identifiers.nonce());
		}
		expect(challenges[1]).toBe(challenges[0]);
		expect(challenges[2]).not.toBe(challenges[0]);
	});

	test('serves phones of the domain that it is called by', async () => {
		const { edge } = await started({ host: 'localhost' });
		expect(edge.serves('localhost')).toBe(true);
		expect(edge.settings.address).toBe('localhost');
	});
});

test.each([{ tls: false }, { tls: true }])(
	'ends at once, whatever is connected, TLS $tls',
	async (options) => {
		const host = await createSimulator(options);
		const phone = await phoneSocket(host);
		const closed = closeOf(phone);
		const stubborn = await phoneSocket(host);
		stubborn.pause();
		const bare = await bareSocket(host);
		bare.on('error', () => undefined);
		// One that has not begun to speak TLS.
		const silent = connect(host.port, '127.0.0.1').on('error', () => undefined);
		await new Promise((resolve) => silent.once('connect', resolve));
		const before = performance.now();
		await host.close();
		expect(performance.now() - before).toBeLessThan(2000);
		expect(await closed).toEqual([1001, 'the simulator ends']);
		stubborn.terminate();
	}
);
