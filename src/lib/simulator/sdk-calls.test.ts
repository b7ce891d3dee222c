import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseRcMessage } from '../ringcentral/rc-message.ts';
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

describe('a call of the stock SDK', () => {
	test('is answered at once, and rings at the callee afterwards', async () => {
		await scene.ring(alice, bob, '16505550102');
		expect(alice.frames).toEqual([
			'> INVITE sip:16505550102@sip.ringcentral.com SIP/2.0',
			'< SIP/2.0 100 Trying',
			'< SIP/2.0 407 Proxy Authentication Required',
			'> INVITE sip:16505550102@sip.ringcentral.com SIP/2.0',
			'< SIP/2.0 100 Trying',
			'< SIP/2.0 183 Session Progress',
			'< SIP/2.0 200 OK',
			'> ACK sip:16505550102@sip.ringcentral.com SIP/2.0'
		]);
		expect(bob.frames.map(kindOf)).toEqual([
			'< INVITE',
			'> SIP/2.0 100 Trying',
			'> SIP/2.0 180 Ringing',
			'> MESSAGE',
			'< SIP/2.0 100 Trying',
			'< SIP/2.0 200 OK'
		]);
	});

	test('shows the callee who calls, and binds both legs by the session', async () => {
		const { outbound, inbound } = await scene.ring(alice, bob, '102');
		const invite = parseMessage(bob.texts[0] ?? '');
		const rc = parseRcMessage(header(invite, 'P-rc') ?? '');
		expect(rc?.command).toBe(6);
		expect(rc?.body).toMatchObject({ Phn: '+16505550101', ToPhn: '+16505550102' });
		expect(rc?.body).toMatchObject({ Nm: 'Alice', ToNm: 'Bob' });
		expect(inbound.remoteNumber).toBe('+16505550101');
		expect(inbound.callId).not.toBe(outbound.callId);
		expect(inbound.sessionId).toBe(outbound.sessionId);
		expect([outbound.partyId, inbound.partyId].map((id) => id?.at(-1))).toEqual(['1', '2']);
		expect(new Set(bob.texts.map((text) => header(parseMessage(text), 'Call-ID'))).size).toBe(1);
	});

	test('numbers the requests of the edge far from those of the SDK', async () => {
		await scene.ring(alice, bob, '102');
		const cseq = Number.parseInt(header(parseMessage(bob.texts[0] ?? ''), 'CSeq') ?? '', 10);
		expect(cseq).toBeGreaterThan(218_000_000);
	});

	test('shows the caller id that the caller asks for, if it is its own', async () => {
		const ringing = bob.inbound();
		await alice.phone.call('102', '16505550100');
		expect((await ringing).remoteNumber).toBe('+16505550100');
		const again = bob.inbound();
		await alice.phone.call('102', '16505550199');
		expect((await again).remoteNumber).toBe('+16505550101');
	});

	test('carries headers of its own on both INVITEs', async () => {
		await alice.phone.call('102', undefined, { headers: { 'X-Custom-Header': 'test' } });
		for (const at of [0, 3]) expect(alice.texts[at]).toContain('\r\nX-Custom-Header: test\r\n');
	});

	test('is answered in four frames, and the caller hears of none', async () => {
		const { inbound } = await scene.ring(alice, bob, '102');
		forget(alice, bob);
		await inbound.answer();
		await eventually(() => bob.frames.length >= 4, 'four frames');
		expect(bob.frames.map(kindOf)).toEqual([
			'> SIP/2.0 200 OK',
			'< ACK',
			'< MESSAGE',
			'> SIP/2.0 200 OK'
		]);
		const news = parseRcMessage(parseMessage(bob.texts[2] ?? '').body);
		expect(news).toMatchObject({ command: 7, body: { Cln: scene.account('102').authorizationId } });
		expect(alice.frames).toEqual([]);
	});

	test('ends by the caller: the callee gets BYE, then Cmd 2', async () => {
		const { outbound } = await scene.answered(alice, bob, '102');
		await outbound.hangup();
		expect(alice.frames.map(kindOf)).toEqual(['> BYE', '< SIP/2.0 200 OK']);
		await eventually(() => bob.frames.length >= 4, 'four frames');
		expect(bob.frames.map(kindOf)).toEqual([
			'< BYE',
			'> SIP/2.0 200 OK',
			'< MESSAGE',
			'> SIP/2.0 200 OK'
		]);
		expect(parseRcMessage(parseMessage(bob.texts[2] ?? '').body)?.command).toBe(2);
		expect(scene.simulator.edge.legs.count).toBe(0);
	});

	test('ends by the callee', async () => {
		const { inbound } = await scene.answered(alice, bob, '102');
		await inbound.hangup();
		await eventually(() => alice.frames.length >= 2, 'the caller was told');
		expect(alice.frames.map(kindOf)).toEqual(['< BYE', '> SIP/2.0 200 OK']);
		expect(alice.phone.callSessions).toEqual([]);
		expect(bob.frames.map(kindOf)).toEqual(['> BYE', '< SIP/2.0 200 OK']);
	});

	test('stops ringing when the caller hangs up', async () => {
		const { outbound } = await scene.ring(alice, bob, '102');
		forget(bob);
		await outbound.hangup();
		await eventually(() => bob.frames.length >= 2, 'the callee was told');
		expect(bob.frames.map(kindOf)).toEqual(['< CANCEL', '> SIP/2.0 200 OK']);
		expect(bob.phone.callSessions).toEqual([]);
	});

	test('is cancelled before it was answered, and never rings', async () => {
		await scene.close();
		scene = await SdkScene.open({ pace: { from: 30, to: 30 } });
		alice = await scene.registered('101');
		void alice.phone.call('102');
		await eventually(() => alice.frames.some((frame) => frame.includes(' 183 ')), 'a 183');
		await (alice.phone.callSessions[0] as unknown as { cancel(): Promise<void> }).cancel();
		expect(alice.frames.slice(6).map(kindOf)).toEqual(['> CANCEL', '< SIP/2.0 200 OK']);
		await eventually(() => alice.frames.length >= 9, 'the end of the INVITE');
		expect(alice.frames[8]).toBe('< SIP/2.0 487 Request Terminated');
		expect(scene.simulator.edge.legs.count).toBe(0);
	});

	test('fails with 486 where the number is nobody’s', async () => {
		const failed: string[] = [];
		alice.phone.on('outboundCall', (session) =>
			session.once('failed', (subject: string) => failed.push(subject))
		);
		await alice.phone.call('78654');
		expect(alice.frames.slice(4)).toEqual([
			'< SIP/2.0 100 Trying',
			'< SIP/2.0 183 Session Progress',
			'< SIP/2.0 486 Busy Here'
		]);
		expect(failed).toEqual(['SIP/2.0 486 Busy Here']);
		expect(alice.phone.callSessions).toEqual([]);
	});

	test('is refused with 403 to a phone that is not registered', async () => {
		const carol = await scene.registered('103');
		await (carol.phone.sipClient as unknown as { unregister(): Promise<void> }).unregister();
		forget(carol);
		await carol.phone.call('101');
		expect(carol.frames.map(kindOf)).toEqual([
			'> INVITE',
			'< SIP/2.0 100 Trying',
			'< SIP/2.0 403 Forbidden'
		]);
	});

	test('reaches the public network, which answers and stays until the caller hangs up', async () => {
		const call = await alice.phone.call('+14155550123');
		expect(call.state).toBe('answered');
		await call.hangup();
		expect(scene.simulator.edge.legs.count).toBe(0);
	});

	test('rings at every instance; one answers, the other is cancelled', async () => {
		const second = await scene.registered('102', { instanceId: 'second' });
		const ringing = [bob.inbound(), second.inbound()] as const;
		await alice.phone.call('102');
		const [atFirst, atSecond] = [await ringing[0], await ringing[1]];
		expect(atFirst.callId).not.toBe(atSecond.callId);
		await eventually(() => bob.frames.length >= 6 && second.frames.length >= 6, 'both ring');
		forget(bob, second);
		await atSecond.answer();
		await eventually(() => bob.frames.length >= 4, 'the other phone was told');
		expect(bob.frames.map(kindOf).sort()).toEqual([
			'< CANCEL',
			'< MESSAGE',
			'> SIP/2.0 200 OK',
			'> SIP/2.0 200 OK'
		]);
		expect(bob.phone.callSessions).toEqual([]);
		expect(second.phone.callSessions).toHaveLength(1);
	});

	test('rings at the newest of two phones with one instance; the older may still call', async () => {
		const newer = await scene.registered('102');
		const ringing = newer.inbound();
		await alice.phone.call('102');
		await ringing;
		expect(bob.frames).toEqual([]);
		expect((await bob.phone.call('+14155550123')).state).toBe('answered');
	});
});
