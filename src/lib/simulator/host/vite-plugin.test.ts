import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { WebSocket } from 'ws';
import { simulator } from './vite-plugin.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let server: ViteDevServer;
let address: string;

beforeEach(async () => {
	server = await createServer({
		root: import.meta.dirname,
		configFile: false,
		mode: 'development',
		logLevel: 'silent',
		optimizeDeps: { noDiscovery: true },
		server: { host: '127.0.0.1', port: 0 },
		plugins: [simulator({ log: () => undefined })]
	});
	await server.listen();
	const at = server.httpServer?.address();
	if (typeof at !== 'object' || !at) throw new Error('the server does not listen');
	address = `127.0.0.1:${at.port}`;
});

afterEach(() => server.close());

/** The sub-protocol that a socket was opened with. */
function opened(path: string, protocol: string): Promise<string> {
	const socket = new WebSocket(`ws://${address}${path}`, protocol);
	return new Promise((resolve, reject) => {
		socket.on('error', reject);
		socket.on('open', () => {
			resolve(socket.protocol);
			socket.terminate();
		});
	});
}

test('phones and hot reload share one server, each with its own upgrade', async () => {
	expect(await opened('/sip', 'sip')).toBe('sip');
	expect(await opened('/', 'vite-ping')).toBe('vite-ping');
});

test('accounts name the address they were asked at; no foreign page reads anything', async () => {
	const response = await fetch(`http://${address}/accounts`);
	const [alice] = (await response.json()) as { sipInfo: { outboundProxy: string } }[];
	expect(alice?.sipInfo.outboundProxy).toBe(`${address}/sip`);
	for (const path of ['/', '/healthz', '/accounts']) {
		const { headers } = await fetch(`http://${address}${path}`, {
			headers: { Origin: 'https://example.com' }
		});
		expect(headers.get('access-control-allow-origin')).toBeNull();
		expect(headers.get('x-frame-options')).toBe('DENY');
	}
});
