import { afterEach, describe, expect, test } from 'vitest';
import type { Scenario } from './scenario/scenario.ts';
import { hurried } from './testing/built-in-scenario.ts';
import { eventually, isPending } from './testing/eventually.ts';
import { kindOf, type SdkPhone } from './testing/sdk-phone.ts';
import { forget, SdkScene } from './testing/sdk-scene.ts';

/** What is private in the SDK, and what its timers call. */
interface SipClient {
	register(expires: number): Promise<void>;
	toggleBackupOutboundProxy(enabled: boolean): void;
}

let scene: SdkScene;
let alice: SdkPhone;

afterEach(async () => {
	expect(scene.events.filter(({ kind }) => kind === 'fault')).toEqual([]);
	await scene.close();
});

async function open(name: string, settings?: Scenario['settings']): Promise<void> {
	scene = await SdkScene.open({}, hurried(name, settings));
	alice = await scene.phone('101');
}

function clientOf({ phone }: SdkPhone): SipClient {
	return phone.sipClient as unknown as SipClient;
}

/** What becomes of each registration from now on: the SDK itself drops what its timers promise. */
function outcomes(phone: SdkPhone): string[] {
	const told: string[] = [];
	const client = clientOf(phone);
	const register = client.register.bind(client);
	client.register = (expires) => {
		const registered = register(expires);
		registered.then(
			() => told.push('registered'),
			(error: Error) => told.push(error.message)
		);
		return registered;
	};
	return told;
}

function bindings() {
	return scene.simulator.edge.registrar.all();
}

describe('the stock SDK registers', () => {
	test('where REGISTER is not answered: it closes its socket and says nothing', async () => {
		await open('register-unanswered');
		const start = alice.phone.start();
		await eventually(() => alice.frames.length === 1, 'a REGISTER');
		await eventually(() => alice.sockets[0]?.readyState === 3, 'it has closed its socket');
		expect(await isPending(start)).toBe(true);
		expect(alice.frames.map(kindOf)).toEqual(['> REGISTER']);
	}, 15_000);

	test('where its credentials are not answered: it waits for ever', async () => {
		await open('register-half-answered');
		const start = alice.phone.start();
		await eventually(() => alice.frames.length === 4, 'both REGISTERs');
		expect(await isPending(start)).toBe(true);
		expect(alice.frames.at(-1)).toMatch(/^> REGISTER/);
	});

	test('where all places are taken', async () => {
		await open('too-many-contacts');
		await expect(alice.phone.start()).rejects.toThrow('SIP/2.0 603 Too Many Contacts');
	});

	test.each([
		['refresh-refused', 'Registration failed: SIP/2.0 503 Service Unavailable'],
		[
			'intercepted',
			'Registration failed: SIP/2.0 403 Forbidden, instance id is intercepted by another registration'
		]
	])('and is not refreshed (%s): nothing more is tried, and it lapses', async (name, message) => {
		await open(name, { expiresSeconds: 4, clockRate: 2 });
		const told = outcomes(alice);
		await alice.phone.start();
		await eventually(() => told.length === 2, 'a refresh');
		expect(told).toEqual(['registered', message]);
		await eventually(() => bindings().length === 0, 'it has lapsed');
		expect(told).toHaveLength(2);
	});

	test('where its nonce is stale: once in vain', async () => {
		await open('stale-nonce');
		await expect(alice.phone.start()).rejects.toThrow('SIP/2.0 401 Unauthorized');
		expect(alice.frames.filter((frame) => frame.startsWith('> '))).toHaveLength(2);
		await alice.phone.start();
		expect(bindings()).toHaveLength(1);
	});

	test('for ten seconds', async () => {
		await open('short-expiry');
		await alice.phone.start();
		expect(alice.texts.at(-1)).toContain(';expires=10;');
	});

	test('for three seconds, and so without a pause', async () => {
		await open('registration-storm');
		await alice.phone.start();
		await eventually(() => alice.frames.length >= 30, 'five registrations');
	});

	test('where no expiry is named: it fails, and is bound', async () => {
		await open('no-expiry');
		await expect(alice.phone.start()).rejects.toThrow('missing Contact expires');
		expect(bindings()).toHaveLength(1);
	});

	test('where the registrar’s clock runs fast: the binding lapses before its refresh', async () => {
		await open('fast-clock', { expiresSeconds: 4, clockRate: 40 });
		await alice.phone.start();
		forget(alice);
		await eventually(() => bindings().length === 0, 'it has lapsed');
		expect(alice.frames).toEqual([]);
	});
});

describe('the stock SDK’s socket', () => {
	test('goes silent: who starts again has two sockets with one instance', async () => {
		await open('half-open');
		await alice.phone.start();
		const bob = await scene.registered('102');
		// The silence begins by a timer of this process, which is due before this one.
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await isPending(bob.phone.call('*11'))).toBe(true);
		await alice.phone.start();
		expect(bindings().map(({ state }) => state)).toEqual(
			expect.arrayContaining(['superseded', 'reachable'])
		);
		expect(alice.sockets.map(({ readyState }) => readyState)).toEqual([1, 1]);
	});

	test('is cut: the binding stays, and nothing reaches it', async () => {
		await open('socket-cut');
		await alice.phone.start();
		await eventually(() => alice.sockets[0]?.readyState === 3, 'it is cut');
		await eventually(() => bindings()[0]?.state === 'unreachable', 'the edge has noticed');
	});

	test('is closed by an edge that restarts and knows nobody', async () => {
		await open('edge-restart');
		await alice.phone.start();
		const closed = new Promise<number>((resolve) => alice.sockets[0]?.once('close', resolve));
		expect(await closed).toBe(1012);
		expect(bindings()).toEqual([]);
		await alice.phone.start();
		expect(bindings()).toHaveLength(1);
	});

	test('is refused by the proxy, and taken by its backup', async () => {
		await open('primary-refused');
		await expect(alice.phone.start()).rejects.toBeDefined();
		clientOf(alice).toggleBackupOutboundProxy(true);
		await alice.phone.start();
		expect(bindings()).toHaveLength(1);
	});

	test('stays open where the proxy answers 503; the backup registers', async () => {
		await open('primary-unavailable');
		await expect(alice.phone.start()).rejects.toThrow('SIP/2.0 503 Service Unavailable');
		expect(alice.sockets[0]?.readyState).toBe(1);
		clientOf(alice).toggleBackupOutboundProxy(true);
		await alice.phone.start();
		expect(bindings()).toHaveLength(1);
	});
});
