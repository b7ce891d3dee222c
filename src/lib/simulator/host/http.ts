import type { IncomingMessage, ServerResponse } from 'node:http';
import { sipInfoOf, type Account } from '../accounts.ts';
import { isAllowedOrigin, isLoopbackHost } from './loopback.ts';
import { identity } from './version.ts';

export type Middleware = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void;

/** Where the WebSocket is, on the same host and port. */
export const SIP_PATH = '/sip';

/** Guards every request, answers `/accounts` and `/healthz`, and leaves the rest to others. */
export function simulatorHttp(accounts: readonly Account[]): Middleware {
	return (request, response, next) => {
		if (!isLoopbackHost(request.headers.host)) {
			return refuse(response, 403, 'This server answers to the names of this machine only.\n');
		}
		harden(response);
		const path = (request.url ?? '').split('?')[0];
		if (path === '/healthz') return answer(request, response, identity);
		if (path !== '/accounts') return next();
		if (!isAllowedOrigin(request.headers.origin)) {
			return refuse(response, 403, 'Only pages of this machine may ask.\n');
		}
		allowOrigin(response, request.headers.origin);
		answer(request, response, listing(accounts, request.headers.host ?? ''));
	};
}

function listing(accounts: readonly Account[], host: string): unknown {
	return accounts.map((account) => ({
		name: account.name,
		extension: account.extension,
		sipInfo: sipInfoOf(account, host + SIP_PATH)
	}));
}

/** The page may not be framed, told on to others, or taken for another kind of file. */
function harden(response: ServerResponse): void {
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('X-Frame-Options', 'DENY');
	response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
	response.setHeader('Referrer-Policy', 'no-referrer');
}

function allowOrigin(response: ServerResponse, origin: string | undefined): void {
	response.setHeader('Vary', 'Origin');
	if (origin === undefined) return;
	response.setHeader('Access-Control-Allow-Origin', origin);
	response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS');
}

function answer(request: IncomingMessage, response: ServerResponse, value: unknown): void {
	if (request.method === 'OPTIONS') {
		response.writeHead(204).end();
		return;
	}
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('Allow', 'GET, HEAD, OPTIONS');
		return refuse(response, 405, 'Only GET.\n');
	}
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('Content-Type', 'application/json; charset=utf-8');
	response.end(request.method === 'HEAD' ? undefined : JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(sentence);
}
