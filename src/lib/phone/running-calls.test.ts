import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebRtcSession } from 'ringcentral-web-phone/types';
import { browserLikeWebSocket } from '../../../tests/browser-like-websocket.ts';
import { Recorder } from '../capture/recorder.ts';
import { builtInAccounts, sipInfoOf } from '../simulator/accounts.ts';
import { createSimulator, type HostedSimulator } from '../simulator/host/node-host.ts';
import type { Entry } from '../trace/entry.ts';
import type { CallAction } from './call-actions.ts';
import { RunningPhone } from './running-phone.ts';
import type { RunningCall } from './running-call.ts';

const SDP = [
	'v=0',
	'o=- 1 1 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
	'c=IN IP4 127.0.0.1',
	'a=rtpmap:111 opus/48000/2',
	'a=rtpmap:126 telephone-event/8000',
	'a=setup:actpass',
	'a=mid:0',
	'a=sendrecv',
	'a=rtcp-mux',
	'a=ice-ufrag:abcd',
	'a=ice-pwd:abcdefghijklmnopqrstuvwx',
	'a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF',
	'a=candidate:1 1 udp 2122260223 127.0.0.1 9 typ host',
	''
].join('\r\n');

/** Node has no WebRTC, and the signalling does not ask for any. */
const silence = (): WebRtcSession => ({
	createOffer: async () => SDP,
	createAnswer: async () => SDP,
	applyAnswer: async () => undefined,
	changeInputDevice: async () => undefined,
	changeOutputDevice: async () => undefined,
	setMuted: () => undefined,
	sendDtmf: () => {
		throw new Error('No telephone-event here.');
	},
	dispose: () => undefined
});

let simulator: HostedSimulator;
let alice: Running;
let bob: Running;
const native = globalThis.WebSocket;

class Running {
	readonly entries: Entry[] = [];
	readonly #recorder = new Recorder([{ append: (batch) => this.entries.push(...batch) }]);
	readonly phone: RunningPhone;

	constructor(index: number) {
		const account = builtInAccounts[index];
		if (!account) throw new Error(`There is no account ${index}.`);
		this.phone = new RunningPhone(
			{
				id: account.extension,
				name: account.name,
				sipInfo: sipInfoOf(account, simulator.proxy),
				plain: true,
				instance: { kind: 'default' },
				media: 'tone',
				createdAt: 0
			},
			{ recorder: this.#recorder, debug: false, webRtcSessionFactory: silence }
		);
	}

	get events() {
		this.#recorder.flush();
		return this.entries.flatMap((entry) =>
			entry.kind === 'phone' ? [entry.event === 'action' ? entry.action : entry.event] : []
		);
	}

	get errors() {
		this.#recorder.flush();
		return this.entries.flatMap((entry) =>
			entry.kind === 'phone' && entry.event === 'error' ? [entry.message] : []
		);
	}

	received(method: string): boolean {
		this.#recorder.flush();
		return this.entries.some(
			(entry) => entry.kind === 'message' && entry.text?.startsWith(`${method} `)
		);
	}

	async call(state: RunningCall['state']): Promise<RunningCall> {
		await expect
			.poll(() => this.phone.calls.map((call) => call.state), { timeout: 4_000 })
			.toContain(state);
		const call = this.phone.calls.find((call) => call.state === state);
		if (!call) throw new Error(`No call is ${state}.`);
		return call;
	}

	perform(call: RunningCall, action: CallAction, argument?: string) {
		return this.phone.perform(call, action, argument);
	}
}

beforeEach(async () => {
	globalThis.WebSocket = browserLikeWebSocket;
	const quick = { from: 1, to: 3 };
	simulator = await createSimulator({
		log: () => undefined,
		settings: { pace: quick, ringAfter: quick }
	});
	alice = new Running(0);
	bob = new Running(1);
	await Promise.all([alice.phone.start(), bob.phone.start()]);
});

afterEach(async () => {
	await Promise.all([alice.phone.dispose(), bob.phone.dispose()]);
	await simulator.close();
	globalThis.WebSocket = native;
});

/** A caller hears it ring for a while, where usually the edge answers in the same moment. */
function answerLater() {
	const { environment } = simulator.edge;
	const send = environment.send.bind(environment);
	vi.spyOn(environment, 'send').mockImplementation((connection, text) => {
		const isAnswer = /^SIP\/2\.0 200 .*^CSeq: \d+ INVITE/ms.test(text);
		setTimeout(() => send(connection, text), isAnswer ? 500 : 0);
	});
}

/** Alice has called Bob, and he has answered. */
async function talk() {
	await alice.phone.call('102');
	const inbound = await bob.call('ringing');
	await bob.perform(inbound, 'answer');
	await expect.poll(() => bob.received('ACK')).toBe(true);
	return { outbound: await alice.call('answered'), inbound };
}

describe('calls', () => {
	it('keep the state that the SDK forgets', async () => {
		const { outbound, inbound } = await talk();
		expect(inbound).toMatchObject({ direction: 'inbound', state: 'answered', controllable: true });
		expect(inbound.remoteNumber).toMatch(/101$/);
		expect(outbound.remoteNumber).toBe('102');
		await alice.perform(outbound, 'hold');
		expect(outbound).toMatchObject({ held: true, problem: undefined });
		await alice.perform(outbound, 'mute');
		await alice.perform(outbound, 'unhold');
		expect(outbound).toMatchObject({ held: false, muted: true });
		await alice.perform(outbound, 'hangup');
		expect(alice.phone.calls).toEqual([]);
		await expect.poll(() => bob.phone.calls).toEqual([]);
		expect(alice.events).toEqual([
			...['start', 'started', 'call', 'outboundCall', 'ringing', 'answered'],
			...['hold', 'mute', 'unhold', 'hangup', 'disposed-call']
		]);
		expect(bob.events).toEqual([
			...['start', 'started', 'inboundCall', 'answer', 'answered', 'disposed-call']
		]);
	});

	it.each(['decline', 'toVoicemail'] as const)('that ring end by %s', async (action) => {
		await alice.phone.call('102');
		await bob.perform(await bob.call('ringing'), action);
		expect(bob.phone.calls).toEqual([]);
		expect(bob.errors).toEqual([]);
		expect(alice.phone.calls.map(({ state }) => state)).toEqual(['answered']);
	});

	it('tell where they were parked', async () => {
		const { inbound } = await talk();
		await bob.perform(inbound, 'park');
		expect(bob.phone.notice).toMatch(/^Parked at \S+$/);
		expect(bob.phone.calls).toEqual([]);
	});

	it('show that the edge refused, though the SDK resolves', async () => {
		await alice.phone.call('102');
		const outbound = await alice.call('answered');
		await alice.perform(outbound, 'flip', '1');
		expect(outbound.problem).toMatch(/^State is not accepted for processing \(code -4\)$/);
		expect(alice.phone.notice).toBeUndefined();
	});

	it('show what the SDK threw, and go on', async () => {
		const { outbound } = await talk();
		await alice.perform(outbound, 'dtmf', '5');
		expect(outbound.problem).toBe('No telephone-event here.');
		expect(alice.phone.lastError).toBe('No telephone-event here.');
		expect(alice.errors).toEqual(['No telephone-event here.']);
		outbound.problem = undefined;
		expect(outbound.problem).toBeUndefined();
	});

	it('forgets a failure once the next action is tried', async () => {
		const { outbound } = await talk();
		await alice.phone.perform(outbound, 'dtmf', '1');
		expect(alice.phone.lastError).toBe('No telephone-event here.');
		await alice.phone.perform(outbound, 'mute');
		expect(outbound.problem).toBeUndefined();
		expect(alice.phone.lastError).toBeUndefined();
	});

	it('ignore an action that no longer applies', async () => {
		const { outbound } = await talk();
		await alice.perform(outbound, 'hangup');
		await alice.perform(outbound, 'hangup');
		expect(alice.events.filter((event) => event === 'hangup')).toHaveLength(1);
		expect(alice.errors).toEqual([]);
	});

	it('stay in view with the reason when they fail, until they are dismissed', async () => {
		await alice.phone.call('78654');
		await expect.poll(() => alice.phone.calls[0]?.failure).toBe('486 Busy Here');
		const [failed] = alice.phone.calls;
		expect(failed).toMatchObject({ state: 'disposed', ghost: false });
		expect(alice.events).toEqual(expect.arrayContaining(['failed', 'disposed-call']));
		if (failed) alice.phone.dismiss(failed);
		expect(alice.phone.calls).toEqual([]);
	});

	it('that are refused at once leave a ghost, which dispose survives', async () => {
		const [account] = builtInAccounts;
		if (account) simulator.edge.registrar.unregisterAll(account);
		await alice.phone.call('102');
		await expect.poll(() => alice.phone.calls[0]?.ghost).toBe(true);
		expect(alice.phone.calls[0]).toMatchObject({ state: 'init', failure: '403 Forbidden' });
		expect(alice.errors).toEqual(['call() resolved, though the answer was 403 Forbidden']);
		await alice.phone.dispose();
		expect(alice.phone.state).toBe('disposed');
		expect(alice.errors.at(-1)).toMatch(/^TypeError: Cannot read properties of undefined/);
		const sent = alice.entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : []));
		expect(sent.filter((text) => text?.includes('expires=0'))).not.toEqual([]);
	});

	it('can be cancelled while they ring, although the SDK never settles then', async () => {
		answerLater();
		await alice.phone.call('102');
		const call = await alice.call('ringing');
		await alice.perform(call, 'cancel');
		expect(alice.phone.calls).toEqual([]);
		expect(alice.errors).toEqual([]);
	});

	it('do not keep one waiting for what nobody answers', async () => {
		const { outbound } = await talk();
		const deaf = vi.spyOn(simulator.edge, 'receive').mockImplementation(() => undefined);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const holding = alice.perform(outbound, 'hold');
		await alice.phone.call('103');
		expect([...outbound.busy]).toEqual(['hold']);
		await vi.advanceTimersByTimeAsync(8_000);
		await holding;
		vi.useRealTimers();
		deaf.mockRestore();
		expect(outbound).toMatchObject({
			held: false,
			problem: 'Hold: no answer for 8 s; the SDK still waits.'
		});
		expect(outbound.busy.size).toBe(0);
		const unanswered = 'No answer to the INVITE for 8 s; the SDK still waits.';
		expect(alice.phone.calls[1]).toMatchObject({ ghost: true, failure: unanswered });
		expect(alice.errors).toContain(unanswered);
	});
});

describe('a warm transfer', () => {
	let carol: Running;

	beforeEach(async () => {
		carol = new Running(2);
		await carol.phone.start();
	});
	afterEach(() => carol.phone.dispose());

	/** Alice talks to Carol about Bob, who is held. */
	async function consult() {
		const { outbound } = await talk();
		const transferring = alice.perform(outbound, 'warmTransfer', '103');
		await carol.perform(await carol.call('ringing'), 'answer');
		await transferring;
		// A callee may hang up no sooner (RFC 3261 §15).
		await expect.poll(() => carol.received('ACK')).toBe(true);
		return outbound;
	}

	it('holds the call, and can be taken back', async () => {
		const call = await consult();
		const { consultation } = call.warmTransfer ?? {};
		expect(call).toMatchObject({ held: true, transferReady: true });
		expect(consultation).toMatchObject({ consulting: true, remoteNumber: '103' });
		await alice.perform(call, 'cancelTransfer');
		expect(call).toMatchObject({ held: false, transferReady: false, state: 'answered' });
		expect(alice.phone.calls).toEqual([call]);
		expect(alice.errors).toEqual([]);
	});

	it('joins the others when it is completed', async () => {
		await alice.perform(await consult(), 'completeTransfer');
		expect(alice.phone.calls).toEqual([]);
		expect(alice.errors).toEqual([]);
		expect(bob.phone.calls.map(({ state }) => state)).toEqual(['answered']);
		expect(carol.phone.calls.map(({ state }) => state)).toEqual(['answered']);
	});

	it('is over when its target is gone', async () => {
		const call = await consult();
		await carol.perform(await carol.call('answered'), 'hangup');
		await expect.poll(() => call.warmTransfer).toBeUndefined();
		expect(call).toMatchObject({ held: true, state: 'answered' });
	});
});
