import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from '../../accounts.ts';
import { write, type Answer } from '../answer.ts';
import { readBody } from '../body.ts';
import type { Asked } from './asked.ts';
import { Directory } from './directory.ts';
import { failed, notFound, tooLarge, unauthorized } from './errors.ts';
import { readForm, revoke, token } from './oauth.ts';
import { routeOf } from './routes.ts';
import { Tokens, type TokensOptions } from './tokens.ts';

/** All of RingCentral's own paths are below this one. */
export const REST_PATH = '/restapi/';

const OAUTH = '/restapi/oauth/';
const VERSION = '/restapi/v1.0/';

export interface RestOptions extends TokensOptions {
	accounts: readonly Account[];
	presence: Asked['presence'];
}

/** Where a request came to. */
export type Called = Pick<Asked, 'server' | 'proxy'>;

/**
 * As much of RingCentral's REST API as an application needs to sign in and to start a phone. Who is
 * whom is not checked: any client id, any secret, any JWT or code.
 */
export class Rest {
	#directory: Directory;
	#tokens: Tokens;
	#presence: Asked['presence'];

	constructor({ accounts, presence, ...tokens }: RestOptions) {
		this.#directory = new Directory(accounts);
		this.#tokens = new Tokens(tokens);
		this.#presence = presence;
	}

	/** Answers a request below `/restapi/`, whatever it holds. */
	async serve(request: IncomingMessage, response: ServerResponse, called: Called): Promise<void> {
		const body = await readBody(request);
		if (body.kind === 'gone') return;
		const isWhole = body.kind === 'whole';
		const answer = isWhole ? this.#answer(request, body.text, called) : tooLarge();
		write(response, answer, request.method === 'HEAD');
	}

	#answer(request: IncomingMessage, body: string, called: Called): Answer {
		const { pathname, searchParams: query } = new URL(request.url ?? '', called.server);
		if (pathname.startsWith(OAUTH)) {
			return this.#authorize(request, pathname.slice(OAUTH.length), body);
		}
		const route = pathname.startsWith(VERSION) && routeOf(pathname.slice(VERSION.length));
		if (!route) return notFound();
		const { authorization } = request.headers;
		const session = this.#tokens.find(bearerOf(authorization));
		if (!session) return unknown(authorization);
		const method = request.method === 'HEAD' ? 'GET' : request.method;
		if (method !== route.method) return notAllowed(route.method);
		const { extension } = session;
		return route.serve({ ...called, extension, query, presence: this.#presence }, body);
	}

	#authorize({ method, headers }: IncomingMessage, path: string, body: string): Answer {
		if (path !== 'token' && path !== 'revoke') return notFound();
		if (method !== 'POST') return notAllowed('POST');
		const form = readForm(body);
		if (path === 'revoke') return revoke(this.#tokens, form);
		return token(this.#directory, this.#tokens, form, headers.authorization);
	}
}

function bearerOf(authorization = ''): string {
	return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
}

function unknown(authorization: string | undefined): Answer {
	return authorization === undefined
		? unauthorized('OAU-123', 'Authorization header is not specified')
		: unauthorized('OAU-213', 'Token not found');
}

function notAllowed(allowed: string): Answer {
	const message = 'Method is not supported';
	return { ...failed(405, { code: 'CMN-405', message }), headers: { Allow: allowed } };
}
