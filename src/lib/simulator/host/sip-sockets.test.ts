import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
	bareSocket,
	closeOf,
	dial,
	phoneSocket,
	readAll,
	type Dial
} from '../testing/host-client.ts';
import { eventually } from '../testing/eventually.ts';
import type { HostEvent, SocketEvent } from './host-event.ts';
import { createSimulator, type HostedSimulator } from './node-host.ts';

const OPTIONS = [
	'OPTIONS sip:sip.ringcentral.com SIP/2.0',
	'Via: SIP/2.0/WSS x.invalid;branch=z9hG4bK-1',
	'From: <sip:a@example.com>;tag=1',
	'To: <sip:a@example.com>',
	'Call-Id: 1',
	'CSeq: 1 OPTIONS',
	'',
	''
].join('\r\n');

const upgrade = (...more: string[]) =>
	[
		'GET /sip HTTP/1.1',
		'Host: localhost',
		'Connection: Upgrade',
		'Upgrade: websocket',
		'Sec-WebSocket-Version: 13',
		'Sec-WebSocket-Protocol: sip',
		...more,
		'',
		''
	].join('\r\n');

const KEY = 'Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==';

describe.each([{ tls: false }, { tls: true }])('the phones’ sockets, TLS $tls', ({ tls }) => {
	let host: HostedSimulator;
	let events: HostEvent[];
	let watched: SocketEvent[];
	/** One who does nothing wrong, and must not be disturbed. */
	let modest: WebSocket;

	beforeEach(async () => {
		events = [];
		watched = [];
		host = await createSimulator({
			tls,
			settings: { pace: { from: 0, to: 0 } },
			allowOrigins: ['https://app.example.com'],
			log: (event) => events.push(event),
			watch: (event) => watched.push(event)
		});
		modest = await phoneSocket(host);
	});

	afterEach(async () => {
		await eventually(() => host.connections().length === 1, 'only the modest one is left');
		const answered = new Promise((resolve) => modest.once('message', resolve));
		modest.send(OPTIONS);
		expect(String(await answered)).toContain('SIP/2.0 405');
		expect(events.filter(({ kind }) => kind === 'fault')).toEqual([]);
		await host.close();
	});

	test.each<[string, Dial, number]>([
		['another sub-protocol', { protocol: 'chat' }, 400],
		['no sub-protocol', {}, 400],
		['no sub-protocol at the root', { path: '/' }, 400],
		['another path', { protocol: 'sip', path: '/other' }, 404],
		['a foreign page', { protocol: 'sip', headers: { Origin: 'https://example.com' } }, 403],
		['an opaque origin', { protocol: 'sip', headers: { Origin: 'null' } }, 403],
		['a rebound name', { protocol: 'sip', headers: { Host: 'rebound.example.com' } }, 403]
	])('refuse %s', async (_what, how, status) => {
		expect(await dial(host, how)).toBe(status);
		expect(events.length).toBe(status === 404 || how.path === '/' ? 0 : 1);
	});

	test.each<[string, Dial]>([
		['a page of this machine', { headers: { Origin: 'http://localhost:5173' } }],
		['a page that was allowed', { headers: { Origin: 'https://app.example.com' } }],
		['a proxy given by host and port alone', { path: '/' }],
		['one of several sub-protocols', { protocol: 'sip' }]
	])('take %s', async (_what, how) => {
		const socket = await dial(host, { protocol: 'sip', ...how });
		if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
		expect(socket.protocol).toBe('sip');
		socket.close();
	});

	test.each([
		['an upgrade without a key', upgrade(), 400],
		['a key that is none', upgrade('Sec-WebSocket-Key: x'), 400],
		['another version', upgrade(KEY).replace('Version: 13', 'Version: 99'), 400],
		['another protocol than HTTP', 'REGISTER sip:example.com SIP/2.0\r\n\r\n', 400],
		['noise', '\u0000\u0001\u0002\r\n\r\n', 400]
	])('answer %s with a status', async (_what, text, status) => {
		const socket = await bareSocket(host);
		const answer = readAll(socket);
		socket.write(text);
		expect(await answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	});

	test.each<[string, (socket: WebSocket) => void, number]>([
		['a frame too large', (socket) => socket.send('x'.repeat(300 * 1024)), 1009],
		['a frame of many parts, too large', (socket) => sendInParts(socket, 300), 1009],
		['a binary frame', (socket) => socket.send(Uint8Array.of(1, 2, 3)), 1003],
		['text that is not UTF-8', (socket) => socket.send(Buffer.of(0xff), { binary: false }), 1007],
		['a flood', (socket) => flood(socket, 2000), 1008]
	])('close the one that sends %s', async (_what, misbehave, code) => {
		const socket = await phoneSocket(host);
		const closed = closeOf(socket);
		misbehave(socket);
		expect((await closed)[0]).toBe(code);
		expect(events.at(-1)).toMatchObject({ kind: 'ignored', connection: 'connection 2' });
	});

	test('take no more than a burst of a flood, and log no more', async () => {
		const socket = await phoneSocket(host);
		const closed = closeOf(socket);
		flood(socket, 20_000);
		await closed;
		expect(watched.filter(({ kind }) => kind === 'received').length).toBeLessThan(600);
		expect(events.length).toBeLessThan(600);
	});

	test('give up the one that does not read', async () => {
		const socket = await phoneSocket(host);
		const { id = '' } = host.connections()[1] ?? {};
		socket.pause();
		const frame = 'x'.repeat(64 * 1024);
		// The buffers of the system hold some megabytes before ours is used.
		for (let sent = 0; sent < 1000 && host.simulator.send(id, frame); sent++) {
			await new Promise((resolve) => setImmediate(resolve));
		}
		expect(events.at(-1)).toMatchObject({ reason: 'it does not read what is sent to it' });
		socket.terminate();
	});

	test('say which frames mean nothing, and go on', async () => {
		const socket = await phoneSocket(host);
		for (const text of ['not SIP', '', '\r\n\r\n', OPTIONS.slice(0, 60), OPTIONS.slice(60)]) {
			socket.send(text);
		}
		await eventually(() => events.length === 5, 'five frames ignored');
		expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['ignored']));
		expect(socket.readyState).toBe(WebSocket.OPEN);
		socket.close();
	});

	test('forget the one that leaves in the middle of a frame', async () => {
		const socket = await bareSocket(host);
		socket.write(upgrade(KEY));
		await eventually(() => host.connections().length === 2, 'it is connected');
		// A masked text frame of 100 bytes, of which one comes.
		socket.write(Buffer.from([0x81, 0x80 | 100, 1, 2, 3, 4, 5]));
		socket.destroy();
	});

	test('survive any bytes', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, upgraded) => {
				const socket = await bareSocket(host);
				if (upgraded) socket.write(upgrade(KEY));
				await new Promise((resolve) => socket.write(bytes, resolve));
				socket.resume().end();
				await new Promise<void>((resolve) =>
					socket.once('close', () => resolve()).setTimeout(200, () => resolve())
				);
				socket.destroy();
			}),
			{ numRuns: 40 }
		);
	}, 30_000);
});

function flood(socket: WebSocket, frames: number): void {
	for (let sent = 0; sent < frames; sent++) socket.send(OPTIONS);
}

/** One message of so many KB, each in a fragment of its own, never finished. */
function sendInParts(socket: WebSocket, kilobytes: number): void {
	for (let sent = 0; sent < kilobytes; sent++) {
		socket.send(randomBytes(512).toString('hex'), { fin: false });
	}
}
