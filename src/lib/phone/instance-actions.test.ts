import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RealPhones } from './tabs/real-phones.ts';
import { PhoneScene } from './testing/phone-scene.ts';

let scene: PhoneScene;

beforeEach(async () => {
	scene = await PhoneScene.open();
});

afterEach(() => scene.close());

const actionsOf = ({ deeds }: Awaited<ReturnType<PhoneScene['started']>>) =>
	deeds().flatMap((deed) => (deed.event === 'action' ? [deed.action] : []));

it('refreshes over the same socket, and one refresh is due after it, not two', async () => {
	await scene.close();
	scene = await PhoneScene.open({ expiresSeconds: 4 });
	const alice = await scene.started('101');
	const [binding] = scene.simulator.edge.registrar.live(alice.account);
	const before = binding?.expiresAt ?? 0;
	await alice.phone.act('refresh');
	await alice.phone.act('refresh');
	const registers = () =>
		alice
			.entries()
			.filter((entry) => entry.kind === 'message' && entry.text?.startsWith('REGISTER')).length;
	expect(binding?.expiresAt).toBeGreaterThan(before);
	expect(registers()).toBe(6);
	expect(scene.simulator.connections()).toHaveLength(1);
	expect(actionsOf(alice)).toEqual(['refresh', 'refresh']);
	await expect.poll(registers, { timeout: 3_000 }).toBeGreaterThan(6);
	// Three timers would send theirs within moments of each other.
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(registers()).toBeLessThanOrEqual(8);
});

it('unregisters, stays unregistered past its refresh, and registers again when asked', async () => {
	await scene.close();
	scene = await PhoneScene.open({ expiresSeconds: 4 });
	const alice = await scene.started('101');
	const { registrar } = scene.simulator.edge;
	await alice.phone.act('unregister');
	expect(registrar.all()).toEqual([]);
	const sent = alice.entries().length;
	// Its refresh would have been due after one second.
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect(alice.entries().slice(sent)).toEqual([]);
	await alice.phone.act('refresh');
	expect(registrar.reachable(alice.account)).toHaveLength(1);
});

it('closes the socket and leaves its binding to expire', async () => {
	const alice = await scene.started('101');
	await alice.phone.act('closeSocket');
	await expect.poll(() => scene.simulator.connections()).toEqual([]);
	expect(scene.simulator.edge.registrar.live(alice.account)).toMatchObject([
		{ state: 'unreachable' }
	]);
	await expect(alice.phone.act('refresh')).rejects.toThrow('Its socket is closed.');
	expect(alice.phone.lastError).toBe('Its socket is closed.');
});

it('says what the edge refused', async () => {
	const alice = await scene.started('101');
	scene.play({
		title: 'Refreshes are refused',
		rules: [{ when: { from: 'phone', method: 'REGISTER' }, do: [{ answer: { status: 503 } }] }]
	});
	await expect(alice.phone.act('refresh')).rejects.toThrow('503');
	expect(alice.phone.state).toBe('running');
});

it('is asked for in the same way from elsewhere, and answers with what went wrong', async () => {
	// What runs so prints every message.
	vi.spyOn(console, 'log').mockImplementation(() => undefined);
	const { phone, account } = scene.phone('101');
	const phones = new RealPhones(() => ({ record: () => undefined }));
	await phones.perform({ action: 'start', profile: phone.profile });
	await phones.perform({ action: 'act', phone: phone.profile.id, id: 'unregister' });
	expect(scene.simulator.edge.registrar.live(account)).toEqual([]);
	await phones.perform({ action: 'act', phone: phone.profile.id, id: 'closeSocket' });
	const refreshing = phones.perform({ action: 'act', phone: phone.profile.id, id: 'refresh' });
	await expect(refreshing).rejects.toThrow('Its socket is closed.');
	await phones.perform({ action: 'dispose', phone: phone.profile.id });
	const late = phones.perform({ action: 'act', phone: phone.profile.id, id: 'refresh' });
	await expect(late).rejects.toThrow('This phone does not run.');
});
