import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask } from '../testing/host-client.ts';
import type { HostEvent } from './host-event.ts';
import { createSimulator, type HostedSimulator } from './node-host.ts';

let host: HostedSimulator;
let events: HostEvent[];

beforeEach(async () => {
	events = [];
	host = await createSimulator({
		allowOrigins: ['https://app.example.com'],
		log: (event) => events.push(event)
	});
});

afterEach(() => host.close());

test('says who it is', async () => {
	const { body, headers } = await ask(host, '/healthz');
	expect(JSON.parse(body)).toEqual({ name: 'sipscope', version: expect.any(String) });
	expect(headers).toMatchObject({
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'content-security-policy': "frame-ancestors 'none'",
		'referrer-policy': 'no-referrer'
	});
});

test('lists its accounts with what a phone needs to register here', async () => {
	const { body } = await ask(host, '/accounts');
	const accounts = JSON.parse(body) as {
		extension: string;
		sipInfo: { outboundProxy: string };
	}[];
	expect(accounts.map(({ extension }) => extension)).toEqual(['101', '102', '103']);
	expect(accounts[0]?.sipInfo).toMatchObject({
		username: '16505550100*101',
		domain: 'sip.ringcentral.com',
		outboundProxy: host.proxy,
		stunServers: []
	});
});

describe.each(['/accounts', '/restapi/v1.0/account/~'])('%s and pages', (path) => {
	test.each(['http://localhost:5173', 'https://app.example.com'])('answers %s', async (Origin) => {
		const { status, headers } = await ask(host, path, { headers: { Origin } });
		expect(status).toBe(path === '/accounts' ? 200 : 401);
		expect(headers['access-control-allow-origin']).toBe(Origin);
		expect(headers['vary']).toBe('Origin');
	});

	test.each(['https://example.com', 'null'])('turns %s away, and says so', async (Origin) => {
		const { status, headers, body } = await ask(host, path, { headers: { Origin } });
		expect(status).toBe(403);
		expect(headers['access-control-allow-origin']).toBeUndefined();
		expect(body).not.toContain('password');
		expect(events).toEqual([
			{
				kind: 'refused',
				request: `GET ${path} at ${new URL(host.server).host} from ${Origin}`,
				status: 403,
				reason: 'a page from elsewhere'
			}
		]);
	});

	test('answers a preflight for those it answers, and for no others', async () => {
		const headers = {
			Origin: 'https://app.example.com',
			'Access-Control-Request-Method': 'POST',
			'Access-Control-Request-Headers': 'authorization,x-user-agent'
		};
		const allowed = await ask(host, path, { method: 'OPTIONS', headers });
		expect(allowed.status).toBe(204);
		expect(allowed.headers).toMatchObject({
			'access-control-allow-origin': 'https://app.example.com',
			'access-control-allow-methods': expect.stringContaining('POST'),
			'access-control-allow-headers': 'authorization,x-user-agent'
		});
		const foreign = { ...headers, Origin: 'https://example.com' };
		const refused = await ask(host, path, { method: 'OPTIONS', headers: foreign });
		expect(refused.status).toBe(403);
		expect(refused.headers['access-control-allow-origin']).toBeUndefined();
	});
});

test('answers to the names of this machine only', async () => {
	for (const path of ['/accounts', '/healthz', '/', '/restapi/oauth/token']) {
		const headers = { Host: 'rebound.example.com' };
		expect((await ask(host, path, { headers })).status).toBe(403);
	}
	expect(events).toHaveLength(4);
	expect((await ask(host, '/elsewhere')).status).toBe(404);
	expect((await ask(host, '/accounts', { method: 'POST' })).status).toBe(405);
});

test('what a query holds is not logged', async () => {
	const headers = { Origin: 'https://example.com' };
	await ask(host, '/restapi/oauth/token?assertion=secret', { headers });
	expect(JSON.stringify(events)).not.toContain('secret');
});
