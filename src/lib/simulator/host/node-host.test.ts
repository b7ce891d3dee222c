import { request, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { EdgeEvent } from '../core/environment.ts';
import { eventually } from '../testing/eventually.ts';
import { createSimulator, type HostedSimulator } from './node-host.ts';

let host: HostedSimulator;
let events: EdgeEvent[];
let opened: WebSocket[];

beforeEach(async () => {
	events = [];
	opened = [];
	host = await createSimulator({ log: (event) => events.push(event) });
});

afterEach(async () => {
	for (const socket of opened) socket.terminate();
	await host.close();
});

interface Got {
	status: number;
	headers: IncomingMessage['headers'];
	body: string;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
	return new Promise((resolve, reject) => {
		const asked = request({ port: host.port, host: '127.0.0.1', path, headers, method });
		asked.on('error', reject);
		asked.on('response', (response) => {
			let body = '';
			response.on('data', (chunk) => (body += String(chunk)));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
			);
		});
		asked.end();
	});
}

interface Dial {
	protocol?: string;
	path?: string;
	headers?: Record<string, string>;
}

/** The open socket, or the status that refused it. */
function dial({ protocol, path = '/sip', headers }: Dial): Promise<WebSocket | number> {
	const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, protocol ? [protocol] : [], {
		headers
	});
	opened.push(socket);
	return new Promise((resolve) => {
		socket.on('open', () => resolve(socket));
		socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
		socket.on('error', () => undefined);
	});
}

async function connected(): Promise<WebSocket> {
	const socket = await dial({ protocol: 'sip' });
	if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
	return socket;
}

function closeOf(socket: WebSocket): Promise<[code: number, reason: string]> {
	return new Promise((resolve) =>
		socket.once('close', (code, reason) => resolve([code, String(reason)]))
	);
}

describe('the simulator’s HTTP', () => {
	test('says who it is', async () => {
		const { body, headers } = await get('/healthz');
		expect(JSON.parse(body)).toEqual({ name: 'sipscope', version: expect.any(String) });
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'content-security-policy': "frame-ancestors 'none'",
			'referrer-policy': 'no-referrer'
		});
	});

	test('lists its accounts with what a phone needs to register here', async () => {
		const { body } = await get('/accounts');
		const accounts = JSON.parse(body) as {
			extension: string;
			sipInfo: { outboundProxy: string };
		}[];
		expect(accounts.map(({ extension }) => extension)).toEqual(['101', '102', '103']);
		expect(accounts[0]?.sipInfo).toMatchObject({
			username: '16505550100*101',
			domain: 'sip.ringcentral.com',
			outboundProxy: `127.0.0.1:${host.port}/sip`,
			stunServers: []
		});
	});

	test('answers pages of this machine, and no others', async () => {
		const local = await get('/accounts', { Origin: 'http://localhost:5173' });
		expect(local.headers['access-control-allow-origin']).toBe('http://localhost:5173');
		expect(local.headers['vary']).toBe('Origin');
		const foreign = await get('/accounts', { Origin: 'https://example.com' });
		expect(foreign.status).toBe(403);
		expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
		expect(foreign.body).not.toContain('password');
		expect((await get('/accounts', {}, 'OPTIONS')).status).toBe(204);
		expect((await get('/accounts', {}, 'POST')).status).toBe(405);
	});

	test('answers to the names of this machine only', async () => {
		for (const path of ['/accounts', '/healthz', '/']) {
			expect((await get(path, { Host: 'rebound.example.com' })).status).toBe(403);
		}
		expect((await get('/elsewhere')).status).toBe(404);
	});
});

describe('the simulator’s WebSocket', () => {
	test('speaks the sub-protocol sip', async () => {
		expect((await connected()).protocol).toBe('sip');
	});

	test.each<[string, Dial, number]>([
		['another sub-protocol', { protocol: 'chat' }, 400],
		['no sub-protocol', {}, 400],
		['another path', { protocol: 'sip', path: '/other' }, 404],
		['a foreign page', { protocol: 'sip', headers: { Origin: 'https://example.com' } }, 403],
		['an opaque origin', { protocol: 'sip', headers: { Origin: 'null' } }, 403],
		['a rebound name', { protocol: 'sip', headers: { Host: 'rebound.example.com' } }, 403]
	])('refuses %s', async (_what, how, status) => {
		expect(await dial(how)).toBe(status);
	});

	test('takes a page of this machine at any port', async () => {
		const headers = { Origin: 'http://localhost:5173' };
		expect(await dial({ protocol: 'sip', headers })).toBeInstanceOf(WebSocket);
	});

	test('closes a socket that sends too much with 1009, and that one alone', async () => {
		const [greedy, modest] = [await connected(), await connected()];
		const closed = closeOf(greedy);
		greedy.send('x'.repeat(300 * 1024));
		expect((await closed)[0]).toBe(1009);
		expect(modest.readyState).toBe(WebSocket.OPEN);
		await eventually(() => host.connections().length === 1, 'one connection is left');
	});

	test('logs what it cannot read, without quoting it, and goes on', async () => {
		const socket = await connected();
		socket.send(new Uint8Array([1, 2, 3]));
		socket.send('not SIP');
		socket.send('');
		await eventually(() => events.length === 3, 'three frames ignored');
		expect(events.map((event) => event.kind)).toEqual(['ignored', 'ignored', 'ignored']);
		expect(socket.readyState).toBe(WebSocket.OPEN);
	});

	test('lets a test send any frame, and close with any code', async () => {
		const socket = await connected();
		const [connection] = host.connections();
		const id = connection?.id ?? '';
		const heard: unknown[] = [];
		socket.on('message', (data, isBinary) => heard.push(isBinary ? data : String(data)));
		expect(host.simulator.send(id, 'any text')).toBe(true);
		expect(host.simulator.send(id, Uint8Array.of(7, 8))).toBe(true);
		const closed = closeOf(socket);
		expect(host.simulator.disconnect(id, 1012, 'restart')).toBe(true);
		expect(await closed).toEqual([1012, 'restart']);
		expect(heard).toEqual(['any text', Buffer.from([7, 8])]);
		expect(host.simulator.send('connection 99', 'x')).toBe(false);
	});

	test('a port that is taken is told', async () => {
		await expect(createSimulator({ port: host.port })).rejects.toThrow('EADDRINUSE');
	});
});
