import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../../testing/eventually.ts';
import { ask, type Ask } from '../../testing/host-client.ts';
import { SdkScene } from '../../testing/sdk-scene.ts';
import type { EdgeView } from './edge-view.ts';

let scene: SdkScene;

beforeEach(async () => {
	scene = await SdkScene.open();
});

afterEach(async () => {
	expect(scene.events.filter(({ kind }) => kind === 'fault')).toEqual([]);
	await scene.close();
});

async function asked(method: string, path: string, body?: unknown) {
	const how: Ask = { method, body: body === undefined ? undefined : JSON.stringify(body) };
	const got = await ask(scene.simulator, `/edge${path}`, how);
	return {
		status: got.status,
		body: got.body === '' ? undefined : (JSON.parse(got.body) as never)
	};
}

const view = async (): Promise<EdgeView> => (await asked('GET', '')).body as unknown as EdgeView;

async function extension(number: string) {
	const { extensions } = await view();
	return extensions.find((one) => one.extension === number);
}

describe('what the edge holds', () => {
	test('is nothing before anybody came, and no password', async () => {
		const text = JSON.stringify(await view());
		expect(text).not.toContain('no-secret');
		expect(JSON.parse(text)).toEqual({
			now: expect.any(Number),
			expiresSeconds: 60,
			slotsPerExtension: 5,
			extensions: ['Alice', 'Bob', 'Carol'].map((name, index) => ({
				name,
				extension: `10${index + 1}`,
				number: `+1650555010${index + 1}`,
				bindings: [],
				legs: []
			})),
			connections: [],
			playing: [],
			callers: expect.arrayContaining([{ name: 'Music', number: '+14155550112' }])
		});
	});

	test('is bindings, legs and sockets while two phones talk', async () => {
		const alice = await scene.registered('101');
		const bob = await scene.registered('102');
		await scene.answered(alice, bob, '102');
		const { now, connections } = await view();
		expect(connections).toEqual([
			{ id: 'connection 1', proxy: 'primary', extension: '101' },
			{ id: 'connection 2', proxy: 'primary', extension: '102' }
		]);
		const bobs = await extension('102');
		expect(bobs?.bindings).toMatchObject([
			{ instance: '802398102001', connection: 'connection 2', state: 'reachable' }
		]);
		expect(bobs?.bindings[0]?.expiresAt).toBeGreaterThan(now + 50_000);
		expect(bobs?.legs).toMatchObject([
			{ direction: 'inbound', state: 'confirmed', other: { name: 'Alice', number: '+16505550101' } }
		]);
	});
});

describe('what can be done to it', () => {
	test('somebody calls an extension', async () => {
		const alice = await scene.registered('101');
		const ringing = alice.inbound();
		const made = await asked('POST', '/calls', { to: '101', from: '+14155550112', name: 'Zoë' });
		expect(made).toEqual({ status: 201, body: { sessionId: expect.any(String) } });
		expect((await ringing).remoteNumber).toBe('+14155550112');
	});

	test('a binding is dropped, and rings no more', async () => {
		await scene.registered('101');
		const id = (await extension('101'))?.bindings[0]?.id ?? '';
		const path = `/bindings/${encodeURIComponent(id)}`;
		expect(await asked('DELETE', path)).toEqual({ status: 204, body: undefined });
		expect((await extension('101'))?.bindings).toEqual([]);
		expect((await asked('DELETE', path)).status).toBe(404);
	});

	test.each([
		['', 1000],
		['?code=1011', 1011],
		['?code=1006', 1006]
	])('a socket is closed with %j', async (query, code) => {
		const { sockets } = await scene.registered('101');
		const closed = new Promise((resolve) => sockets[0]?.once('close', resolve));
		expect((await asked('DELETE', `/connections/connection%201${query}`)).status).toBe(204);
		expect(await closed).toBe(code);
		await eventually(() => scene.simulator.connections().length === 0, 'the socket is gone');
		expect((await extension('101'))?.bindings).toMatchObject([{ state: 'unreachable' }]);
	});

	test('the edge restarts and forgets', async () => {
		const { sockets } = await scene.registered('101');
		const closed = new Promise((resolve) => sockets[0]?.once('close', resolve));
		expect((await asked('POST', '/restart')).status).toBe(204);
		expect(await closed).toBe(1012);
		expect((await extension('101'))?.bindings).toEqual([]);
	});
});

describe('scenarios', () => {
	test('are listed', async () => {
		const { body } = await asked('GET', '/scenarios');
		expect(body).toContainEqual({
			name: 'too-many-contacts',
			title: expect.any(String),
			description: expect.any(String)
		});
	});

	test('play until they are ended', async () => {
		const { status, body } = await asked('POST', '/scenarios', { name: 'too-many-contacts' });
		expect(status).toBe(201);
		expect(body).toMatchObject({ id: '1', name: 'too-many-contacts' });
		expect((await view()).playing).toEqual([body]);
		const { phone } = await scene.phone('101');
		await expect(phone.start()).rejects.toThrow('603');
		expect((await asked('DELETE', '/scenarios/1')).status).toBe(204);
		expect((await asked('DELETE', '/scenarios/1')).status).toBe(404);
		await (await scene.phone('101')).phone.start();
	});

	test('can be about one extension', async () => {
		const rules = [
			{
				when: { from: 'phone', method: 'REGISTER', credentials: true },
				do: [{ answer: { status: 603 } }]
			}
		];
		await asked('POST', '/scenarios', { scenario: { title: 'No', rules }, extension: '101' });
		expect((await view()).playing).toEqual([{ id: '1', title: 'No', extension: '101' }]);
		await (await scene.phone('102')).phone.start();
	});
});

test('no more scenarios play than the edge can bear', async () => {
	const play = () => asked('POST', '/scenarios', { name: 'slow-answers' });
	for (let playing = 0; playing < 50; playing++) expect((await play()).status).toBe(201);
	expect((await play()).status).toBe(409);
});

describe('what is wrong is told', () => {
	test.each<[string, string, unknown, number, string]>([
		['POST', '/calls', { to: '101' }, 400, 'from'],
		['POST', '/calls', { to: '101', from: 'x' }, 400, 'from: must be such as'],
		['POST', '/calls', { to: '999', from: '+14155550112' }, 404, 'There is no extension 999.'],
		['POST', '/scenarios', {}, 400, 'either "name" or "scenario" is needed'],
		['POST', '/scenarios', { name: 'constructor' }, 404, 'There is no scenario constructor.'],
		['POST', '/scenarios', { scenario: { title: '' } }, 400, 'title: must not be empty'],
		['DELETE', '/connections/x?code=5', undefined, 400, 'code: must be a WebSocket close code'],
		['DELETE', '/connections/x?code=1005', undefined, 400, 'code'],
		['DELETE', '/connections/%zz', undefined, 404, 'There is no connection %zz.'],
		['GET', '/calls', undefined, 404, 'There is no GET /edge/calls.'],
		['PUT', '', undefined, 404, 'There is no PUT'],
		['POST', '/calls/1/2', {}, 404, 'There is no POST']
	])('%s %s %j', async (method, path, body, status, words) => {
		const got = await asked(method, path, body);
		expect(got.status).toBe(status);
		expect((got.body as unknown as { error: string }).error).toContain(words);
	});

	test('a body that is no JSON, or too large', async () => {
		const send = (body: string) => ask(scene.simulator, '/edge/calls', { method: 'POST', body });
		expect((await send('{')).status).toBe(400);
		expect((await send('x'.repeat(100_000))).status).toBe(413);
	});

	test('pages from elsewhere are told nothing', async () => {
		const headers = { Origin: 'https://example.com' };
		for (const method of ['GET', 'POST', 'DELETE']) {
			const got = await ask(scene.simulator, '/edge/restart', { method, headers });
			expect(got.status).toBe(403);
		}
	});
});
