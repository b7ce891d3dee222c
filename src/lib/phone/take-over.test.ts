import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browserLikeWebSocket } from '../../../tests/browser-like-websocket.ts';
import { Recorder } from '../capture/recorder.ts';
import { builtInAccounts, sipInfoOf } from '../simulator/accounts.ts';
import { createSimulator, type HostedSimulator } from '../simulator/host/node-host.ts';
import { cannedSession } from '../simulator/testing/canned-session.ts';
import type { Entry } from '../trace/entry.ts';
import { applicableActions } from './call-actions.ts';
import { snapshotOfPhone } from './phone-snapshot.ts';
import { RunningPhone, type RunningPhoneOptions } from './running-phone.ts';
import { DummyPhone } from './tabs/dummy-phone.ts';

let simulator: HostedSimulator;
let phones: RunningPhone[];
let entries: Entry[];
const native = globalThis.WebSocket;

/** A phone in a page of its own. */
function phoneOf(index: number, more: Partial<RunningPhoneOptions> = {}): RunningPhone {
	const account = builtInAccounts[index];
	if (!account) throw new Error(`There is no account ${index}.`);
	const profile = {
		id: account.extension,
		name: account.name,
		sipInfo: sipInfoOf(account, simulator.proxy),
		plain: true,
		instance: { kind: 'default' as const },
		media: 'tone' as const,
		createdAt: 0
	};
	const recorder = new Recorder([{ append: (batch) => entries.push(...batch) }]);
	const phone = new RunningPhone(profile, {
		recorder,
		debug: false,
		webRtcSessionFactory: cannedSession,
		...more
	});
	phones.push(phone);
	return phone;
}

/** What another page is told of it. */
const told = (phone: RunningPhone) => structuredClone(snapshotOfPhone(phone));

async function ringing(): Promise<{ alice: RunningPhone; bob: RunningPhone }> {
	const [alice, bob] = [phoneOf(0), phoneOf(1)];
	await Promise.all([alice.start(), bob.start()]);
	await alice.call('102');
	await vi.waitFor(() => expect(bob.calls[0]?.state).toBe('ringing'), 5_000);
	return { alice, bob };
}

async function talking(): Promise<{ alice: RunningPhone; bob: RunningPhone }> {
	const { alice, bob } = await ringing();
	const [call] = bob.calls;
	if (call) await bob.perform(call, 'answer');
	await vi.waitFor(() => expect(alice.calls[0]?.state).toBe('answered'), 5_000);
	return { alice, bob };
}

beforeEach(async () => {
	globalThis.WebSocket = browserLikeWebSocket;
	simulator = await createSimulator({ log: () => undefined });
	phones = [];
	entries = [];
});

afterEach(async () => {
	await Promise.all(phones.map((phone) => phone.dispose()));
	await simulator.close();
	globalThis.WebSocket = native;
});

test('a call that is up goes on in another page, and either side can end it', async () => {
	const { alice, bob } = await talking();
	const next = phoneOf(0, { calls: told(alice).calls });
	await next.start();
	await vi.waitFor(() => expect(next.calls[0]?.resuming).toBe(false), 5_000);
	expect(next.calls).toMatchObject([{ state: 'answered', callId: alice.calls[0]?.callId }]);
	const [call] = next.calls;
	if (call) await next.perform(call, 'hangup');
	await vi.waitFor(() => expect(bob.calls).toEqual([]), 5_000);
});

test('a held call stays held', async () => {
	const { alice } = await talking();
	const [held] = alice.calls;
	if (held) await alice.perform(held, 'hold');
	const next = phoneOf(0, { calls: told(alice).calls });
	await next.start();
	await vi.waitFor(() => expect(next.calls[0]?.resuming).toBe(false), 5_000);
	expect(next.calls[0]?.held).toBe(true);
	const offers = entries.filter(
		(entry) => entry.kind === 'message' && entry.text?.startsWith('INVITE sip:')
	);
	expect(offers.at(-1)).toMatchObject({ text: expect.stringContaining('a=sendonly') });
});

test('a call that only rings is lost, and says so', async () => {
	const { bob } = await ringing();
	const next = phoneOf(1, { calls: told(bob).calls });
	await next.start();
	expect(next.calls).toMatchObject([
		{ failure: 'lost with the tab that had it', actionProblem: expect.any(String) }
	]);
	const [call] = next.calls;
	if (call) next.dismiss(call);
	expect(next.calls).toEqual([]);
});

test('a call that the edge has forgotten is lost', async () => {
	const { alice } = await talking();
	const { calls } = told(alice);
	const [call] = alice.calls;
	if (call) await alice.perform(call, 'hangup');
	const next = phoneOf(0, { calls });
	await next.start();
	await vi.waitFor(() => expect(next.calls[0]?.failure).toMatch(/^lost/), 5_000);
});

test('a dummy looks as the real phone does, and keeps its objects', async () => {
	const { alice, bob } = await ringing();
	const dummy = new DummyPhone(told(bob));
	const facts = (phone: typeof bob | DummyPhone) =>
		phone.calls.map((call) => ({
			callId: call.callId,
			state: call.state,
			number: call.remoteNumber,
			name: call.remoteName,
			actions: applicableActions(call)
		}));
	expect(facts(dummy)).toEqual(facts(bob));
	const [shown] = dummy.calls;
	const [call] = bob.calls;
	if (call) await bob.perform(call, 'answer');
	dummy.update(told(bob));
	expect(facts(dummy)).toEqual(facts(bob));
	expect(dummy.calls[0]).toBe(shown);
	expect(facts(new DummyPhone(told(alice)))).toEqual(facts(alice));
	await alice.dispose();
	await vi.waitFor(() => expect(bob.calls).toEqual([]), 5_000);
	dummy.update(told(bob));
	expect(dummy.calls).toEqual([]);
});
