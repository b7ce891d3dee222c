import { afterEach, describe, expect, test } from 'vitest';
import { rulesOf } from '../../../../tests/findings/sdk-entries.ts';
import type { Settings } from '../../simulator/core/settings.ts';
import { hurried } from '../../simulator/testing/built-in-scenario.ts';
import { eventually } from '../../simulator/testing/eventually.ts';
import type { SdkPhone } from '../../simulator/testing/sdk-phone.ts';
import { SdkScene } from '../../simulator/testing/sdk-scene.ts';

let scene: SdkScene;
let alice: SdkPhone;
let bob: SdkPhone;

afterEach(async () => {
	await scene.close();
});

async function open(name: string, settings: Partial<Settings> = {}): Promise<void> {
	scene = await SdkScene.open({}, hurried(name, settings));
	alice = await scene.phone('101');
	bob = await scene.phone('102');
}

async function bothStarted(name: string): Promise<void> {
	await open(name);
	await alice.phone.start();
	await bob.phone.start();
}

async function answered() {
	const call = await scene.ring(alice, bob, '102');
	await call.inbound.answer();
	await eventually(() => bob.frames.some((frame) => frame.startsWith('< ACK')), 'an ACK');
	return call;
}

/** What goes on when it is left alone, which a rejection nobody asked for must not end. */
function begin(action: Promise<unknown>): void {
	action.catch(() => undefined);
}

describe('registrations that go wrong', () => {
	test.each([
		['register-unanswered', 1],
		['register-half-answered', 4]
	])('%s', async (name, frames) => {
		await open(name);
		begin(alice.phone.start());
		await eventually(() => alice.frames.length === frames, 'the REGISTER');
		expect(rulesOf(alice, 'Alice', 40)).toEqual(['register-unanswered']);
	});

	test.each([
		['too-many-contacts', 'slots-full'],
		['stale-nonce', 'stale-nonce'],
		['no-expiry', 'expiry-unreadable']
	])('%s', async (name, rule) => {
		await open(name);
		await expect(alice.phone.start()).rejects.toThrow('Registration failed');
		expect(rulesOf(alice, 'Alice', 1)).toEqual([rule]);
	});

	test.each([
		['refresh-refused', 'refresh-refused'],
		['intercepted', 'superseded-instance']
	])('%s', async (name, rule) => {
		await open(name, { expiresSeconds: 4 });
		await alice.phone.start();
		const { sipClient } = alice.phone as unknown as {
			sipClient: { register(expires: number): Promise<void> };
		};
		await expect(sipClient.register(60)).rejects.toThrow('Registration failed');
		expect(rulesOf(alice, 'Alice', 1)).toEqual([rule]);
	});

	test('registration-storm', async () => {
		await open('registration-storm');
		await alice.phone.start();
		expect(rulesOf(alice, 'Alice', 1)).toContain('expiry-too-short');
	});
});

describe('calls that go wrong', () => {
	test.each([
		['nonce-without-space', 'challenge-unreadable'],
		['no-ringing', 'final-without-progress'],
		['answers-reordered', 'final-without-progress'],
		['call-forbidden', 'unchallenged-call'],
		['call-unavailable', 'unchallenged-call'],
		['cseq-collision', 'cseq-collision']
	])('%s', async (name, rule) => {
		await bothStarted(name);
		begin(alice.phone.call('102'));
		await eventually(() => rulesOf(alice, 'Alice', 1).length > 0, 'a finding');
		expect(rulesOf(alice, 'Alice', 1)).toContain(rule);
	});

	test('call-id-spelling', async () => {
		await bothStarted('call-id-spelling');
		const { inbound } = await scene.ring(alice, bob, '102');
		begin(inbound.decline());
		await eventually(() => bob.phone.callSessions.length === 0, 'it rings no more');
		expect(rulesOf(bob, 'Bob', 1)).toEqual(['decision-never-settles']);
	});

	test('foreign-client', async () => {
		await bothStarted('foreign-client');
		await scene.ring(alice, bob, '102');
		await eventually(() => rulesOf(bob, 'Bob', 1).length > 0, 'a finding');
		expect(rulesOf(bob, 'Bob', 1)).toEqual(['foreign-command']);
	});

	test('unknown-dialog', async () => {
		await bothStarted('unknown-dialog');
		await eventually(() => rulesOf(alice, 'Alice', 1).length > 0, 'a finding');
		expect(rulesOf(alice, 'Alice', 1)).toEqual(['unknown-dialog']);
	});

	test('hold-refused', async () => {
		await bothStarted('hold-refused');
		const { inbound } = await answered();
		await inbound.hold();
		expect(rulesOf(bob, 'Bob', 1)).toContain('re-invite-refused');
	});

	test('no-result', async () => {
		await bothStarted('no-result');
		const { inbound } = await answered();
		begin(inbound.startRecording());
		await eventually(() => bob.frames.at(-1) === '< SIP/2.0 200 OK', 'the INFO is answered');
		expect(rulesOf(bob, 'Bob', 10)).toContain('command-without-result');
	});

	test('transfer-without-bye', async () => {
		await bothStarted('transfer-without-bye');
		const { inbound } = await answered();
		await expect(inbound.transfer('103', 200)).rejects.toThrow('timed out');
		expect(rulesOf(bob, 'Bob', 11)).toContain('transfer-without-bye');
	});

	test('bye-unanswered', async () => {
		await bothStarted('bye-unanswered');
		const { outbound } = await answered();
		begin(outbound.hangup());
		await eventually(() => alice.frames.some((frame) => frame.startsWith('> BYE')), 'a BYE');
		expect(rulesOf(alice, 'Alice', 40)).toContain('request-unanswered');
	});
});

describe('what is only slow or unusual', () => {
	test.each(['slow-answers', 'double-answers'])('%s', async (name) => {
		await bothStarted(name);
		const call = await alice.phone.call('102');
		expect(call.state).toBe('answered');
		expect(rulesOf(alice, 'Alice', 1)).toEqual([]);
	});

	test('late-answer', async () => {
		await bothStarted('late-answer');
		const ringing = bob.inbound();
		const call = alice.phone.call('102');
		await (await ringing).answer();
		await call;
		expect([...rulesOf(alice, 'Alice', 1), ...rulesOf(bob, 'Bob', 1)]).toEqual([]);
	});
});
