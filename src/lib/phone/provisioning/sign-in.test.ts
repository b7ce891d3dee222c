import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSimulator, type HostedSimulator } from '../../simulator/host/node-host.ts';
import { signIn, type SignInCredentials } from './sign-in.ts';
import type { SignInStep } from './sign-in-failure.ts';

let steps: SignInStep[];
let closing: (() => unknown)[];

beforeEach(() => {
	steps = [];
	closing = [];
});

afterEach(async () => {
	for (const close of closing) await close();
});

const trying = (server: string, more: Partial<SignInCredentials> = {}, signal?: AbortSignal) =>
	signIn(
		{ server, clientId: 'client', clientSecret: 'sécret', jwt: '102', ...more },
		{ signal: signal ?? new AbortController().signal, onstep: (step) => steps.push(step) }
	);

async function simulator(): Promise<HostedSimulator> {
	const host = await createSimulator();
	closing.push(() => host.close());
	return host;
}

interface Seen {
	authorization?: string;
	body: string;
}

type Canned = [status: number, body: unknown, location?: string];

/** A server that answers these, one after another. */
async function answering(...answers: Canned[]): Promise<{ server: string; seen: Seen[] }> {
	const seen: Seen[] = [];
	const server: Server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => (body += String(chunk)));
		request.on('end', () => {
			const [status, answer, location] = answers[seen.length] ?? [500, ''];
			if (location) response.setHeader('Location', location);
			seen.push({ authorization: request.headers.authorization, body });
			response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
		});
	});
	closing.push(() => server.close());
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const TOKEN: Canned = [200, { access_token: 'token', token_type: 'bearer' }];

test('gets the sipInfo of whom the JWT names', async () => {
	const { server, proxy } = await simulator();
	const result = await trying(server);
	expect(result).toMatchObject({
		ok: true,
		sipInfos: [{ username: '16505550100*102', outboundProxy: proxy, password: 'bob-has-no-secret' }]
	});
	expect(steps).toEqual(['token', 'device']);
});

test('sends the app’s credentials to the token’s address alone', async () => {
	const { server, seen } = await answering(TOKEN, [200, { sipInfo: [{ username: 'x' }] }]);
	expect(await trying(server, { jwt: 'a.b.c' })).toMatchObject({ ok: true });
	const basic = Buffer.from('client:sécret').toString('base64');
	expect(seen).toEqual([
		{
			authorization: `Basic ${basic}`,
			body: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c'
		},
		{ authorization: 'Bearer token', body: '{"sipInfo":[{"transport":"WSS"}]}' }
	]);
});

test('tells a JWT that names nobody', async () => {
	const { server } = await simulator();
	expect(await trying(server, { jwt: '999' })).toEqual({
		ok: false,
		failure: {
			step: 'token',
			code: 'wrong JWT',
			status: 400,
			said: 'OAU-140: Invalid resource owner credentials'
		}
	});
	expect(steps).toEqual(['token']);
});

const oauth = (error: string): object => ({
	error,
	error_description: 'why',
	errors: [{ errorCode: 'OAU-1', message: 'why' }]
});

const lacking = (item: object): object => ({
	errorCode: 'InsufficientPermissions',
	message: 'application needs to have [VoipCalling] permission',
	errors: [{ errorCode: 'CMN-401', message: 'needs it', ...item }]
});

describe('what a server refuses', () => {
	test.each<[Canned, object]>([
		[[400, oauth('invalid_grant')], { code: 'wrong JWT', said: 'OAU-1: why' }],
		[[401, oauth('invalid_client')], { code: 'wrong client' }],
		[[400, oauth('invalid_client')], { code: 'wrong client' }],
		[[400, oauth('unauthorized_client')], { code: 'wrong flow' }],
		[[400, oauth('constructor')], { code: 'refused' }],
		[[401, ''], { code: 'wrong client' }],
		[[429, ''], { code: 'busy' }],
		[[503, '<html>'], { code: 'broken', status: 503 }],
		[[404, 'no such page'], { code: 'foreign answer', status: 404 }],
		[[200, '<html>'], { code: 'foreign answer', status: 200 }],
		[[200, null], { code: 'foreign answer' }],
		[[200, { token: 'x' }], { code: 'foreign answer' }]
	])('for a token: %j', async (answer, failure) => {
		const { server } = await answering(answer);
		const result = await trying(server);
		expect(result).toMatchObject({ ok: false, failure: { step: 'token', ...failure } });
	});

	test.each<[Canned, object]>([
		[
			[403, lacking({ permissionName: 'VoipCalling' })],
			{ code: 'missing permission', permission: 'VoipCalling', said: 'CMN-401: needs it' }
		],
		[
			[403, lacking({ parameters: [{ parameterName: 'permissionName', parameterValue: 'X' }] })],
			{ code: 'missing permission', permission: 'X' }
		],
		[[403, { errorCode: 'SPR-1', message: 'no line' }], { code: 'no device', said: 'no line' }],
		[[403, { errors: [null, 7] }], { code: 'no device' }],
		[[401, {}], { code: 'refused' }],
		[[429, {}], { code: 'busy' }],
		[[200, { sipInfo: [{ transport: 'TLS', username: 'x' }] }], { code: 'foreign answer' }],
		[[200, {}], { code: 'foreign answer' }]
	])('for a device: %j', async (answer, failure) => {
		const { server } = await answering(TOKEN, answer);
		const result = await trying(server);
		expect(result).toMatchObject({ ok: false, failure: { step: 'device', ...failure } });
	});

	test('follows no redirection with its secrets', async () => {
		const elsewhere = await answering(TOKEN);
		const { server } = await answering([307, '', elsewhere.server]);
		expect(await trying(server)).toMatchObject({ ok: false });
		expect(elsewhere.seen).toEqual([]);
	});
});

test('tells that nobody is there', async () => {
	const { server, close } = await createSimulator();
	await close();
	expect(await trying(server)).toEqual({
		ok: false,
		failure: { step: 'token', code: 'unreachable' }
	});
});

test('can be called off', async () => {
	const controller = new AbortController();
	const silent = createServer(() => controller.abort());
	closing.push(
		() => silent.closeAllConnections(),
		() => silent.close()
	);
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	const server = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
	expect(await trying(server, {}, controller.signal)).toEqual({
		ok: false,
		failure: { step: 'token', code: 'cancelled' }
	});
});
