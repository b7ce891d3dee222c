import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { header, parseMessage } from '../sip/message.ts';
import { eventually } from './testing/eventually.ts';
import { kindOf, type SdkPhone } from './testing/sdk-phone.ts';
import { forget, SdkScene } from './testing/sdk-scene.ts';

let scene: SdkScene;
let alice: SdkPhone;
let bob: SdkPhone;

beforeEach(async () => {
	scene = await SdkScene.open();
	alice = await scene.registered('101');
	bob = await scene.registered('102');
});

afterEach(async () => {
	expect(scene.events).toEqual([]);
	await scene.close();
});

const RINGS = [
	'< INVITE',
	'> SIP/2.0 100 Trying',
	'> SIP/2.0 180 Ringing',
	'> MESSAGE',
	'< SIP/2.0 100 Trying',
	'< SIP/2.0 200 OK'
];

describe('the stock SDK', () => {
	test('picks a parked call up by dialling its place', async () => {
		const call = await scene.answered(alice, bob, '102');
		const parked = await call.inbound.park();
		const carol = await scene.registered('103');
		const pickedUp = await carol.phone.call(`*${String(parked['park extension'])}`);
		expect(pickedUp.state).toBe('answered');
		await eventually(() => scene.simulator.edge.parking.count === 0, 'the place is free');
		await call.outbound.hangup();
		await eventually(() => carol.phone.callSessions.length === 0, 'who picked up was told');
	});

	test('answers an INVITE that describes nothing with an offer, and takes the ACK’s answer', async () => {
		const call = await scene.answered(alice, bob, '102');
		const parked = await call.inbound.park();
		const carol = await scene.registered('103');
		const ringing = carol.inbound();
		scene.simulator.edge.pickUp(String(parked['park extension']), '103');
		const inbound = await ringing;
		await eventually(() => carol.frames.length >= 6, 'it rings');
		expect(parseMessage(carol.texts[0] ?? '').body).toBe('');
		forget(carol);
		await inbound.answer();
		expect(carol.frames.slice(0, 2).map(kindOf)).toEqual(['> SIP/2.0 200 OK', '< ACK']);
		expect(parseMessage(carol.texts[1] ?? '').body).toMatch(/^v=0\r\n/);
		expect(inbound.state).toBe('answered');
	});

	test('answers by itself where it is told to', async () => {
		scene.simulator.edge.call({ from: '+14155550123', to: '101', answerAfter: 0 });
		await eventually(() => alice.frames.length >= 10, 'ten frames');
		expect(alice.frames.map(kindOf)).toEqual([
			...RINGS,
			'> SIP/2.0 200 OK',
			'< ACK',
			'< MESSAGE',
			'> SIP/2.0 200 OK'
		]);
		expect(alice.phone.callSessions[0]?.state).toBe('answered');
	});

	test('is called from outside, and the caller hangs up', async () => {
		const ringing = alice.inbound();
		const call = scene.simulator.edge.call({ from: '+14155550112', name: 'Jukebox', to: '101' });
		const inbound = await ringing;
		expect(inbound.remoteNumber).toBe('+14155550112');
		expect(inbound.sessionId).toBe(`s-${call?.sessionId}`);
		await eventually(() => alice.frames.length >= 6, 'it rings');
		forget(alice);
		call?.hangUp();
		await eventually(() => alice.frames.length >= 2, 'it rings no more');
		expect(alice.frames.map(kindOf)).toEqual(['< CANCEL', '> SIP/2.0 200 OK']);
	});

	test('is called back by a telephone that hung up', async () => {
		const ringing = alice.inbound();
		await alice.phone.call('*17');
		expect((await ringing).remoteNumber).toBe('+14155550117');
		expect(alice.frames.map(kindOf).slice(8, 10)).toEqual(['< BYE', '> SIP/2.0 200 OK']);
	}, 10_000);

	test('learns whose call the one of a queue is', async () => {
		const ringing = bob.inbound();
		await alice.phone.call('700');
		expect((await ringing).rcApiCallInfo).toEqual({
			callAttributes: 'queue-call,reject',
			callerIdName: 'Alice',
			queueName: 'Support'
		});
		expect(alice.phone.callSessions).toHaveLength(1);
	});

	test('rings on in a queue after another one has declined', async () => {
		const carol = await scene.registered('103');
		const ringing = [bob.inbound(), carol.inbound()] as const;
		await alice.phone.call('700');
		const [atBob, atCarol] = [await ringing[0], await ringing[1]];
		await eventually(() => bob.frames.length >= 6 && carol.frames.length >= 6, 'both ring');
		await atBob.decline();
		await atCarol.answer();
		expect(bob.phone.callSessions).toEqual([]);
		expect(atCarol.state).toBe('answered');
	});

	test('knows a conference by its number', async () => {
		const call = await alice.phone.call('conf_team');
		expect(call.state).toBe('answered');
		expect(call.isConference).toBe(true);
		await call.hangup();
		expect(scene.simulator.edge.conferences.count).toBe(0);
	});

	test('takes a re-INVITE of the edge as the same call, when another phone takes over', async () => {
		const desk = await scene.registered('102', { instanceId: 'desk' });
		const ringing = bob.inbound();
		await alice.phone.call('102');
		await (await ringing).answer();
		await eventually(() => bob.frames.some((frame) => frame.startsWith('< ACK')), 'an ACK');
		forget(alice);
		await desk.phone.call('*83');
		await eventually(() => alice.frames.length >= 3, 'the far phone is re-invited');
		expect(alice.frames.map(kindOf)).toEqual(['< INVITE', '> SIP/2.0 200 OK', '< ACK']);
		expect(header(parseMessage(alice.texts[0] ?? ''), 'Call-ID')).toBe(
			alice.phone.callSessions[0]?.callId
		);
		expect(alice.phone.callSessions).toHaveLength(1);
		await eventually(() => bob.phone.callSessions.length === 0, 'the other phone is let go');
		await desk.phone.callSessions.at(-1)?.hangup();
		await eventually(() => alice.phone.callSessions.length === 0, 'the far phone is told');
	});

	test.each([
		['*15', '486 Busy Here'],
		['*18', '480 Temporarily Unavailable'],
		['*19', '603 Decline'],
		['*899', '486 Busy Here']
	])('fails to reach %s with %s', async (number, status) => {
		const failed: string[] = [];
		alice.phone.once('outboundCall', (session) =>
			session.once('failed', (subject: string) => failed.push(subject))
		);
		await alice.phone.call(number);
		expect(failed).toEqual([`SIP/2.0 ${status}`]);
		expect(alice.phone.callSessions).toEqual([]);
	});

	test('cannot record twice at once', async () => {
		const { inbound } = await scene.answered(alice, bob, '102');
		const results = await Promise.all([inbound.startRecording(), inbound.startRecording()]);
		expect(results.map(({ code }) => code)).toEqual([0, -6]);
	});
});

test('an edge that answers with the callee keeps the stock SDK ringing until then', async () => {
	await scene.close();
	scene = await SdkScene.open({ answers: 'with the callee' });
	alice = await scene.registered('101');
	bob = await scene.registered('102');
	const ringing = bob.inbound();
	const calling = alice.phone.call('102');
	const inbound = await ringing;
	await eventually(() => bob.frames.length >= 6, 'it rings');
	expect(alice.phone.callSessions[0]?.state).toBe('ringing');
	await inbound.answer();
	expect((await calling).state).toBe('answered');
});
