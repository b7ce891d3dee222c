import type { IncomingMessage, ServerResponse } from 'node:http';
import { sipInfoOf, type Account } from '../accounts.ts';
import type { Access } from './access.ts';
import { CONTROL_PATH, type Control } from './control/control.ts';
import { nameOf, type HostEvent } from './host-event.ts';
import { REST_PATH, type Called, type Rest } from './rest/rest.ts';
import { identity } from './version.ts';

export type Middleware = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void;

/** Where the WebSocket is, on the same host and port. */
export const SIP_PATH = '/sip';

export interface HttpOptions {
	accounts: readonly Account[];
	access: Access;
	rest: Rest;
	control: Control;
	log: (event: HostEvent) => void;
}

/** Guards every request, answers those that are for the simulator, and leaves the rest to others. */
export function simulatorHttp(options: HttpOptions): Middleware {
	const { access, log } = options;
	return (request, response, next) => {
		harden(response);
		const { host, origin } = request.headers;
		const turnAway = (reason: string, sentence: string) => {
			log({ kind: 'refused', request: nameOf(request), status: 403, reason });
			refuse(response, 403, sentence);
		};
		if (!access.admitsHost(host)) {
			const sentence = 'This server answers to the names of this machine only.\n';
			return turnAway('it is not called by that name', sentence);
		}
		const path = (request.url ?? '').split('?', 1)[0] ?? '';
		if (path === '/healthz') return answer(request, response, identity);
		const service = serviceAt(options, path);
		if (!service) return next();
		if (!access.admitsOrigin(origin)) {
			return turnAway('a page from elsewhere', 'Only pages of this machine may ask.\n');
		}
		allowOrigin(request, response);
		if (request.method === 'OPTIONS') return void response.writeHead(204).end();
		service(request, response).catch((error: unknown) => {
			log({ kind: 'fault', connection: nameOf(request), error });
			response.destroy();
		});
	};
}

type Service = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What answers at a path, where it is the simulator. */
function serviceAt({ accounts, rest, control }: HttpOptions, path: string): Service | undefined {
	if (path === '/accounts') {
		return async (request, response) =>
			answer(request, response, listing(accounts, calledBy(request)));
	}
	if (path.startsWith(REST_PATH)) {
		return (request, response) => rest.serve(request, response, calledBy(request));
	}
	const isControl = path === CONTROL_PATH || path.startsWith(`${CONTROL_PATH}/`);
	return isControl ? (request, response) => control.serve(request, response) : undefined;
}

function calledBy({ headers: { host = '' }, socket }: IncomingMessage): Called {
	const scheme = 'encrypted' in socket ? 'https' : 'http';
	return { server: `${scheme}://${host}`, proxy: host + SIP_PATH };
}

function listing(accounts: readonly Account[], { proxy }: Called): unknown {
	return accounts.map((account) => ({
		name: account.name,
		extension: account.extension,
		sipInfo: sipInfoOf(account, proxy)
	}));
}

/** The page may not be framed, told on to others, or taken for another kind of file. */
function harden(response: ServerResponse): void {
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('X-Frame-Options', 'DENY');
	response.setHeader('Content-Security-Policy', "frame-ancestors 'none'");
	response.setHeader('Referrer-Policy', 'no-referrer');
}

/** CORS for a page that may ask: what it wants to send is up to it. */
function allowOrigin({ headers }: IncomingMessage, response: ServerResponse): void {
	response.setHeader('Vary', 'Origin');
	if (headers.origin === undefined) return;
	response.setHeader('Access-Control-Allow-Origin', headers.origin);
	response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, DELETE, OPTIONS');
	response.setHeader('Access-Control-Max-Age', '600');
	const wanted = headers['access-control-request-headers'];
	if (wanted !== undefined) response.setHeader('Access-Control-Allow-Headers', wanted);
}

function answer(request: IncomingMessage, response: ServerResponse, value: unknown): void {
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
