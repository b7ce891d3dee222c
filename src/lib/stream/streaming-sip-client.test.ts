import { afterEach, beforeEach, expect, test } from 'vitest';
import WebPhone from 'ringcentral-web-phone';
import type InboundCallSession from 'ringcentral-web-phone/call-session/inbound';
import { WebSocket } from 'ws';
import { IngestScene, type ScriptedPage } from '../ingest/testing/ingest-scene.ts';
import { builtInAccounts, sipInfoOf } from '../simulator/accounts.ts';
import type { SocketEvent } from '../simulator/host/host-event.ts';
import { createSimulator, type HostedSimulator } from '../simulator/host/node-host.ts';
import { cannedSession } from '../simulator/testing/canned-session.ts';
import { eventually } from '../simulator/testing/eventually.ts';
import { framesOfPhones } from '../simulator/testing/frames-of-phones.ts';
import { StreamingSipClient } from './streaming-sip-client.ts';
import { Stream } from './stream.ts';

/** The SDK dials `wss://` alone, and counts on one frame a task, as browsers do it. */
class PlainSocket extends WebSocket {
	constructor(url: string, protocols?: string) {
		super(url.replace(/^wss:/, 'ws:'), protocols, { allowSynchronousEvents: false });
	}
}

const native = globalThis.WebSocket;
let simulator: HostedSimulator;
let sipscope: IngestScene;
let page: ScriptedPage;
let wire: SocketEvent[];
let stream: Stream;

beforeEach(async () => {
	Object.assign(globalThis, { WebSocket: PlainSocket });
	wire = [];
	simulator = await createSimulator({
		settings: { pace: { from: 0, to: 0 } },
		watch: (event) => wire.push(event)
	});
	sipscope = await IngestScene.open();
	page = await sipscope.page();
	stream = new Stream({ to: sipscope.address, name: 'A test' });
});

afterEach(async () => {
	await simulator.close();
	await sipscope.stop();
	globalThis.WebSocket = native;
});

function phoneOf(extension: string, client = StreamingSipClient): WebPhone {
	const account = builtInAccounts.find((known) => known.extension === extension)!;
	const sipInfo = sipInfoOf(account, simulator.proxy);
	const sipClient = new client({ sipInfo, stream, debug: false });
	return new WebPhone({ sipInfo, sipClient, webRtcSessionFactory: cannedSession });
}

const framesOnTheWire = () => framesOfPhones(wire);

function framesStreamed(): string[] {
	return page.entries
		.flatMap((entry) => (entry.kind === 'message' ? [`${entry.direction} ${entry.text}`] : []))
		.toSorted();
}

test('two phones of the SDK in Node register, call and go; Sipscope has each byte', async () => {
	const [alice, bob] = [phoneOf('101'), phoneOf('102')];
	await alice.start();
	await bob.start();
	const ringing = new Promise<InboundCallSession>((resolve) => bob.once('inboundCall', resolve));
	const outbound = await alice.call('102');
	await (await ringing).answer();
	await outbound.hangup();
	await alice.dispose();
	await bob.dispose();
	await eventually(
		() => page.entries.filter((entry) => 'event' in entry && entry.event === 'close').length === 2,
		'both sockets are closed'
	);
	expect(framesStreamed()).toEqual(framesOnTheWire());
	expect(framesStreamed().length).toBeGreaterThan(40);
	const phoneEvents = page.entries.flatMap((entry) => (entry.kind === 'phone' ? [entry] : []));
	expect(phoneEvents[0]).toMatchObject({
		event: 'start',
		name: '101',
		addressOfRecord: 'sip:16505550100*101@sip.ringcentral.com',
		instance: '802398101001'
	});
	// Nobody records any more: the connection goes, so that Node can end.
	await eventually(() => sipscope.ingest.streams.views.length === 0, 'it goes');
});

test('what the SDK throws reaches the app, and Sipscope', async () => {
	const account = builtInAccounts[0]!;
	const sipInfo = { ...sipInfoOf(account, simulator.proxy), password: 'wrong' };
	const sipClient = new StreamingSipClient({ sipInfo, stream });
	await expect(sipClient.start()).rejects.toThrow('Registration failed: SIP/2.0 401 Unauthorized');
	await eventually(() => page.entries.some(({ kind }) => kind === 'phone'), 'it is streamed');
	await eventually(
		() => page.entries.some((entry) => entry.kind === 'phone' && entry.event === 'error'),
		'so is the error'
	);
	sipClient.wsc.close();
	expect(globalThis.WebSocket).toBe(PlainSocket);
});

test('a phone works as ever where no Sipscope is', async () => {
	await sipscope.stop();
	const alice = phoneOf('101');
	await alice.start();
	expect(simulator.connections()).toMatchObject([{ extension: '101' }]);
	await alice.dispose();
	await sipscope.start();
});
