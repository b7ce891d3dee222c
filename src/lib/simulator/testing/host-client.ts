import { request as plainRequest, type IncomingHttpHeaders } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { connect as plainConnect, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { WebSocket } from 'ws';
import type { HostedSimulator } from '../host/node-host.ts';

export interface Ask {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

export interface Got {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** One HTTP request to a simulator, with any Host and Origin. */
export function ask(
	{ server, certificate }: HostedSimulator,
	path: string,
	{ method = 'GET', headers, body }: Ask = {}
): Promise<Got> {
	const request = certificate ? tlsRequest : plainRequest;
	return new Promise((resolve, reject) => {
		const asked = request(server + path, { method, headers, ca: certificate, agent: false });
		asked.on('error', reject);
		asked.on('response', (response) => {
			let text = '';
			response.on('data', (chunk) => (text += String(chunk)));
			response.on('error', reject);
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
			);
		});
		asked.end(body);
	});
}

export interface Dial {
	protocol?: string;
	path?: string;
	headers?: Record<string, string>;
}

/** The open WebSocket, or the status that refused it. */
export function dial(
	{ url, certificate }: HostedSimulator,
	{ protocol, path = '/sip', headers }: Dial
): Promise<WebSocket | number> {
	const socket = new WebSocket(new URL(path, url), protocol ? [protocol] : [], {
		headers,
		ca: certificate
	});
	return new Promise((resolve) => {
		socket.on('open', () => resolve(socket));
		socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
		socket.on('error', () => undefined);
	});
}

/** A WebSocket of a client that speaks `sip`. */
export async function phoneSocket(host: HostedSimulator): Promise<WebSocket> {
	const socket = await dial(host, { protocol: 'sip' });
	if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
	return socket;
}

export function closeOf(socket: WebSocket): Promise<[code: number, reason: string]> {
	return new Promise((resolve) =>
		socket.once('close', (code, reason) => resolve([code, String(reason)]))
	);
}

/** A bare connection, on which a test writes whatever it likes. */
export function bareSocket({ port, certificate }: HostedSimulator): Promise<Socket> {
	const where = { port, host: '127.0.0.1' };
	return new Promise((resolve, reject) => {
		const socket: Socket = certificate
			? tlsConnect({ ...where, ca: certificate }, () => resolve(socket))
			: plainConnect(where, () => resolve(socket));
		socket.on('error', reject);
	});
}

/** All that comes until the other side hangs up. */
export function readAll(socket: Socket): Promise<string> {
	let text = '';
	socket.on('data', (chunk) => (text += String(chunk)));
	return new Promise((resolve) => socket.once('close', () => resolve(text)));
}
