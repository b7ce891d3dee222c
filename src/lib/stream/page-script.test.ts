import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { IngestScene, type ScriptedPage } from '../ingest/testing/ingest-scene.ts';
import { scriptFor } from '../ingest/scripts.ts';
import { eventually } from '../simulator/testing/eventually.ts';
import { streamPage } from './page-script.ts';

let server: WebSocketServer;
let sipscope: IngestScene;
let seen: ScriptedPage;
let page: typeof globalThis;

beforeEach(async () => {
	server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
	server.on('connection', (peer) => peer.on('message', (data) => peer.send(`re: ${String(data)}`)));
	await once(server, 'listening');
	sipscope = await IngestScene.open();
	seen = await sipscope.page();
	page = { WebSocket: class extends WebSocket {} } as unknown as typeof globalThis;
});

afterEach(async () => {
	for (const client of server.clients) client.terminate();
	server.close();
	await sipscope.stop();
});

async function dial(protocol: string): Promise<globalThis.WebSocket> {
	const socket = new page.WebSocket(
		`ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
		protocol
	);
	await new Promise((resolve) => socket.addEventListener('open', resolve));
	return socket;
}

const texts = () =>
	seen.entries.flatMap((entry) =>
		entry.kind === 'message' ? [`${entry.direction} ${entry.text}`] : []
	);

async function answered(socket: globalThis.WebSocket, text: string): Promise<void> {
	const answer = new Promise((resolve) => socket.addEventListener('message', resolve));
	socket.send(text);
	await answer;
}

test('the SIP sockets of a page are seen, those that are open already too; no others', async () => {
	const old = await dial('sip');
	await answered(old, 'before');
	streamPage(page, { to: sipscope.address });
	const chat = await dial('chat');
	await answered(chat, 'a secret');
	await answered(old, 'refresh');
	const fresh = await dial('sip');
	await answered(fresh, 'register');
	await eventually(() => texts().length === 4, 'all has come');
	expect(texts()).toEqual([
		'sent refresh',
		'received re: refresh',
		'sent register',
		'received re: register'
	]);
	expect(new Set(seen.entries.map(({ connection }) => connection)).size).toBe(2);
	expect(fresh).toBeInstanceOf(page.WebSocket);
	expect(page.WebSocket.OPEN).toBe(1);
});

test('a second paste changes nothing', () => {
	const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	streamPage(page, { to: sipscope.address });
	const { WebSocket: observed } = page;
	streamPage(page, { to: sipscope.address });
	expect(page.WebSocket).toBe(observed);
	expect(warn).toHaveBeenCalledExactlyOnceWith('This page streams to Sipscope already.');
	warn.mockRestore();
});

test('the script that is served is one file, and streams to whoever served it', async () => {
	const script = await scriptFor('/stream.js', '127.0.0.1:5555');
	expect(script).toContain('ws://127.0.0.1:5555/ingest');
	expect(script).not.toMatch(/\bimport\b|\bexport\b/);
	const client = await scriptFor('/streaming-sip-client.js', '127.0.0.1:5555');
	expect([...client.matchAll(/^import .* from "(.*)";$/gm)].map(([, name]) => name)).toEqual([
		'ringcentral-web-phone/sip-client'
	]);
	expect(client).toMatch(/export \{ .*StreamingSipClient/);
});
