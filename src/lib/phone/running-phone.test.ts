import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserLikeWebSocket } from '../../../tests/browser-like-websocket.ts';
import { Recorder } from '../capture/recorder.ts';
import { builtInAccounts, sipInfoOf } from '../simulator/accounts.ts';
import { createSimulator, type HostedSimulator } from '../simulator/host/node-host.ts';
import type { Entry } from '../trace/entry.ts';
import type { PhoneProfile } from './profile.ts';
import { RunningPhone } from './running-phone.ts';

let simulator: HostedSimulator;
let phones: RunningPhone[];
const native = globalThis.WebSocket;

/** A phone of a simulated extension, with what it recorded. */
function phoneOf(index: number, change: Partial<PhoneProfile> = {}) {
	const account = builtInAccounts[index];
	if (!account) throw new Error(`There is no account ${index}.`);
	const seen: Entry[] = [];
	const recorder = new Recorder([{ append: (batch) => seen.push(...batch) }]);
	const profile: PhoneProfile = {
		id: `phone-${account.extension}`,
		name: account.name,
		sipInfo: sipInfoOf(account, simulator.proxy),
		plain: true,
		instance: { kind: 'default' },
		media: 'tone',
		createdAt: 0,
		...change
	};
	const phone = new RunningPhone(profile, { recorder, debug: false });
	phones.push(phone);
	const entries = () => {
		recorder.flush();
		return seen;
	};
	return { phone, entries, events: () => entries().flatMap(eventOf) };
}

const eventOf = (entry: Entry) => (entry.kind === 'phone' ? [entry.event] : []);

beforeEach(async () => {
	globalThis.WebSocket = browserLikeWebSocket;
	simulator = await createSimulator({ log: () => undefined });
	phones = [];
});

afterEach(async () => {
	await Promise.all(phones.map((phone) => phone.dispose()));
	await simulator.close();
	globalThis.WebSocket = native;
});

describe('RunningPhone', () => {
	it('registers, unregisters and tells', async () => {
		const { phone, entries, events } = phoneOf(0);
		const states: string[] = [];
		phone.onchange = () => states.push(phone.state);
		await phone.start();
		expect(phone).toMatchObject({ state: 'running', error: undefined, lastError: undefined });
		await phone.dispose();
		expect([...new Set(states)]).toEqual(['starting', 'running', 'disposing', 'disposed']);
		expect(events()).toEqual(['start', 'started', 'dispose', 'disposed']);
		expect(entries()[0]).toMatchObject({
			kind: 'phone',
			phone: 'phone-101',
			instance: builtInAccounts[0]?.authorizationId,
			name: 'Alice',
			addressOfRecord: 'sip:16505550100*101@sip.ringcentral.com',
			extension: '101'
		});
		expect(JSON.stringify(entries())).not.toContain(builtInAccounts[0]?.password);
	});

	it('restarts with the same instance id', async () => {
		const { phone, entries } = phoneOf(0, { instance: { kind: 'generated', id: 'one-and-same' } });
		await phone.start();
		await phone.restart();
		expect(phone.state).toBe('running');
		expect(new Set(entries().map((entry) => entry.instance))).toEqual(new Set(['one-and-same']));
	});

	it('shows what the SDK threw when the edge refuses', async () => {
		const { phone, events } = phoneOf(0);
		const wrong = phoneOf(0, { sipInfo: { ...phone.profile.sipInfo, password: 'wrong' } });
		await wrong.phone.start();
		expect(wrong.phone.state).toBe('failed');
		expect(wrong.phone.error).toMatch(/^Registration failed: SIP\/2\.0 40[13] /);
		expect(wrong.phone.lastError).toBe(wrong.phone.error);
		expect(wrong.events()).toEqual(['start', 'error']);
		expect(events()).toEqual([]);
	});

	it('keeps nothing open when the edge refuses it', async () => {
		const { phone } = phoneOf(0);
		phone.profile.sipInfo.password = 'wrong';
		await phone.start();
		expect(phone.state).toBe('failed');
		await expect.poll(() => simulator.connections()).toEqual([]);
	});

	it('shows the 603 of a sixth instance', async () => {
		for (const id of ['1', '2', '3', '4', '5']) {
			const { phone } = phoneOf(0, { instance: { kind: 'typed', id } });
			await phone.start();
			expect(phone.state).toBe('running');
		}
		const { phone } = phoneOf(0, { instance: { kind: 'typed', id: '6' } });
		await phone.start();
		expect(phone.error).toBe('Registration failed: SIP/2.0 603 Too Many Contacts');
	});

	it('says that the password is needed', async () => {
		const { phone } = phoneOf(0);
		const { password, ...unsaved } = phone.profile.sipInfo;
		const { phone: asking } = phoneOf(0, { sipInfo: unsaved });
		await asking.start();
		expect(asking.error).toBe('The password is needed to register.');
		const recorder = new Recorder([]);
		const told = new RunningPhone(asking.profile, { recorder, debug: false, password });
		phones.push(told);
		await told.start();
		expect(told.state).toBe('running');
	});

	it('shows that a proxy cannot be reached', async () => {
		const { phone, entries } = phoneOf(0);
		phone.profile.sipInfo.outboundProxy = '127.0.0.1:1';
		await phone.start();
		expect(phone.state).toBe('failed');
		expect(phone.error).toContain('"error" event of the WebSocket to ws://127.0.0.1:1/');
		expect(entries().some((entry) => entry.kind === 'socket' && entry.event === 'close')).toBe(
			true
		);
		await phone.dispose();
		expect(phone.state).toBe('disposed');
	});

	it('can be disposed of while it starts, and started again', async () => {
		const { phone } = phoneOf(0);
		const starting = phone.start();
		await phone.dispose();
		await starting;
		expect(phone.state).toBe('disposed');
		await phone.start();
		expect(phone.state).toBe('running');
		await expect.poll(() => simulator.connections().length).toBe(1);
	});

	it('stops waiting for a REGISTER that nobody answers', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { phone, entries } = phoneOf(0);
		vi.spyOn(simulator.edge, 'receive').mockImplementation(() => undefined);
		const starting = phone.start();
		await vi.waitFor(() => expect(entries().some((entry) => entry.kind === 'message')).toBe(true));
		await vi.advanceTimersByTimeAsync(8_000);
		await starting;
		vi.useRealTimers();
		expect(phone.error).toBe("No answer for 8 s; the SDK's start() is still pending.");
		expect(phone.state).toBe('failed');
	});
});
