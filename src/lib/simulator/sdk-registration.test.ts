import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from './accounts.ts';
import type { Settings } from './core/settings.ts';
import type { HostedSimulator } from './host/node-host.ts';
import { eventually } from './testing/eventually.ts';
import { SdkScene } from './testing/sdk-scene.ts';

const SIX_FRAMES = [
	'> REGISTER sip:sip.ringcentral.com SIP/2.0',
	'< SIP/2.0 100 Trying',
	'< SIP/2.0 401 Unauthorized',
	'> REGISTER sip:sip.ringcentral.com SIP/2.0',
	'< SIP/2.0 100 Trying',
	'< SIP/2.0 200 OK'
];

let scene: SdkScene;
let simulator: HostedSimulator;
let alice: Account;

beforeEach(() => open());

afterEach(async () => {
	expect(scene.events).toEqual([]);
	await scene.close();
});

async function open(settings: Partial<Settings> = {}): Promise<void> {
	scene = await SdkScene.open(settings);
	simulator = scene.simulator;
	alice = scene.account('101');
}

describe('the stock SDK at the registrar', () => {
	test('registers in six frames and holds a slot', async () => {
		const { phone: alices, frames, texts } = await scene.phone('101');
		await alices.start();
		expect(frames).toEqual(SIX_FRAMES);
		expect(texts[5]).toMatch(/\r\nContact: <sip:[^>]+>;expires=60;\+sip\.instance="<urn:uuid:/);
		expect(simulator.edge.registrar.reachable(alice)).toHaveLength(1);
		expect(simulator.connections()).toMatchObject([
			{ extension: '101', instances: [alice.authorizationId] }
		]);
	});

	test('unregisters at dispose in the same six frames, and frees its slot', async () => {
		const { phone: alices, frames } = await scene.phone('101');
		await alices.start();
		frames.length = 0;
		await alices.dispose();
		expect(frames).toEqual(SIX_FRAMES);
		expect(simulator.edge.registrar.all()).toEqual([]);
	});

	test('refreshes before a short expiry, with all six frames again', async () => {
		await scene.close();
		await open({ expiresSeconds: 4 });
		const { phone: alices, frames } = await scene.phone('101');
		await alices.start();
		const [binding] = simulator.edge.registrar.live(alice);
		const before = binding?.expiresAt ?? 0;
		await eventually(() => frames.length >= 12, 'a refresh');
		expect(frames.slice(6, 12)).toEqual(SIX_FRAMES);
		expect(binding?.expiresAt).toBeGreaterThan(before);
	});

	test('is told what is wrong with its password', async () => {
		const { phone: alices } = await scene.phone('101', { sipInfo: { password: 'wrong' } });
		await expect(alices.start()).rejects.toThrow('Registration failed: SIP/2.0 401 Unauthorized');
		expect(simulator.edge.registrar.all()).toEqual([]);
	});

	test('gets 603 as a sixth instance; a slot that frees lets it in', async () => {
		const first = await scene.registered('101', { instanceId: '1' });
		for (const instanceId of ['2', '3', '4', '5']) {
			await scene.registered('101', { instanceId });
		}
		const sixth = await scene.phone('101', { instanceId: '6' });
		await expect(sixth.phone.start()).rejects.toThrow('SIP/2.0 603 Too Many Contacts');
		await first.phone.dispose();
		await sixth.phone.start();
		expect(simulator.edge.registrar.live(alice)).toHaveLength(5);
	});

	test('is superseded by the same instance on a newer socket, and can dispose of itself', async () => {
		const older = await scene.registered('101', { instanceId: 'same' });
		await scene.registered('101', { instanceId: 'same' });
		expect(simulator.edge.registrar.all().map(({ state }) => state)).toEqual([
			'superseded',
			'reachable'
		]);
		const client = older.phone.sipClient as unknown as { register(expires: number): Promise<void> };
		await expect(client.register(60)).rejects.toThrow(
			'403 Forbidden, instance id is intercepted by another registration'
		);
		await older.phone.dispose();
		expect(simulator.edge.registrar.live(alice)).toHaveLength(1);
	});

	test('takes its binding back from the newer phone, each time, where the edge lets it', async () => {
		await scene.close();
		await open({ superseded: 'accept' });
		const phones = [
			await scene.registered('101', { instanceId: 'same' }),
			await scene.registered('101', { instanceId: 'same' })
		];
		for (const { phone, sockets } of [...phones, ...phones]) {
			await (phone.sipClient as unknown as { register(expires: number): Promise<void> }).register(
				60
			);
			expect(sockets).toHaveLength(1);
			expect(simulator.edge.registrar.reachable(alice)).toHaveLength(1);
		}
		const caller = await scene.registered('102');
		const ringing = phones[1]?.inbound();
		await caller.phone.call('101');
		await ringing;
		expect(phones[0]?.phone.callSessions).toEqual([]);
	});

	test('keeps its slot while its socket is lost, but is not rung', async () => {
		const { phone: alices, sockets } = await scene.phone('101');
		await alices.start();
		sockets[0]?.terminate();
		await eventually(() => simulator.connections().length === 0, 'the socket is gone');
		expect(simulator.edge.registrar.live(alice)).toMatchObject([{ state: 'unreachable' }]);
		expect(simulator.edge.registrar.reachable(alice)).toEqual([]);
	});

	test('starts a second time on a second socket', async () => {
		const { phone: alices, frames, sockets } = await scene.phone('101');
		await alices.start();
		frames.length = 0;
		await alices.start();
		expect(frames).toEqual(SIX_FRAMES);
		expect(sockets).toHaveLength(2);
	});
});
