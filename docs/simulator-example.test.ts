import RingCentral from '@rc-ex/core';
import WebPhone from 'ringcentral-web-phone';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import type { WebRtcSession } from 'ringcentral-web-phone/types';
import { builtInScenarios, createSimulator, type HostedSimulator } from 'sipscope/simulator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';

/** The SDK dials `wss://` alone, and counts on one frame a task, as browsers do it. */
class SimulatorSocket extends WebSocket {
	constructor(url: string, protocol: string) {
		super(url.replace(/^wss:/, 'ws:'), protocol, { allowSynchronousEvents: false });
	}
}
Object.assign(globalThis, { WebSocket: SimulatorSocket });

let simulator: HostedSimulator;
let phones: WebPhone[];

beforeEach(async () => {
	simulator = await createSimulator({ settings: { pace: { from: 0, to: 0 } } });
	phones = [];
});

afterEach(async () => {
	for (const phone of phones) await phone.dispose();
	await simulator.close();
});

/** A phone of this extension, by the way that an application gets one. */
async function phoneOf(extension: string): Promise<WebPhone> {
	const rc = new RingCentral({ server: simulator.server, clientId: 'any', clientSecret: 'any' });
	await rc.authorize({ jwt: extension });
	const { sipInfo } = await rc
		.restapi()
		.clientInfo()
		.sipProvision()
		.post({ sipInfo: [{ transport: 'WSS' }] });
	const phone = new WebPhone({
		sipInfo: sipInfo![0] as ConstructorParameters<typeof WebPhone>[0]['sipInfo'],
		webRtcSessionFactory: withoutMedia
	});
	phones.push(phone);
	return phone;
}

test('Alice calls Bob, who answers', async () => {
	const alice = await phoneOf('101');
	const bob = await phoneOf('102');
	await alice.start();
	await bob.start();
	const ringing = new Promise<InboundCallSession>((resolve) => bob.once('inboundCall', resolve));
	await alice.call('102');
	const inbound = await ringing;
	await inbound.answer();
	expect(inbound.state).toBe('answered');
	expect(simulator.connections().map(({ extension }) => extension)).toEqual(['101', '102']);

	const hungUp = new Promise((resolve) => inbound.once('disposed', resolve));
	await alice.callSessions[0]!.hangup();
	await hungUp;
});

test('a sixth place is refused', async () => {
	simulator.simulator.scenarios.play(builtInScenarios['too-many-contacts']!);
	const alice = await phoneOf('101');
	await expect(alice.start()).rejects.toThrow('603 Too Many Contacts');
	phones.pop();
});

/** Node has no WebRTC: descriptions that are good enough to be passed around. */
function withoutMedia(): WebRtcSession {
	const describe = (setup: string) =>
		[
			'v=0',
			'o=- 1 1 IN IP4 127.0.0.1',
			's=-',
			't=0 0',
			'm=audio 9 UDP/TLS/RTP/SAVPF 111',
			'c=IN IP4 0.0.0.0',
			'a=rtpmap:111 opus/48000/2',
			'a=rtcp-mux',
			`a=setup:${setup}`,
			`a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`,
			'a=ice-ufrag:test',
			'a=ice-pwd:test-password-of-24-chars',
			''
		].join('\r\n');
	const nothing = () => undefined;
	return {
		createOffer: async () => describe('actpass'),
		createAnswer: async () => describe('active'),
		applyAnswer: async () => undefined,
		changeInputDevice: async () => undefined,
		changeOutputDevice: async () => undefined,
		setMuted: nothing,
		sendDtmf: nothing,
		dispose: nothing
	};
}
