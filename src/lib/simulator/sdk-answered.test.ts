import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { kindOf, type SdkPhone } from './testing/sdk-phone.ts';
import { forget, SdkScene, type RingingCall } from './testing/sdk-scene.ts';

let scene: SdkScene;
let alice: SdkPhone;
let bob: SdkPhone;
let call: RingingCall;

beforeEach(async () => {
	scene = await SdkScene.open();
	alice = await scene.registered('101');
	bob = await scene.registered('102');
	call = await scene.answered(alice, bob, '102');
});

afterEach(async () => {
	expect(scene.events).toEqual([]);
	await scene.close();
});

const RE_INVITE = ['> INVITE', '< SIP/2.0 100 Trying', '< SIP/2.0 200 OK', '> ACK'];
const TOLD_BY_INFO = ['> INFO', '< SIP/2.0 200 OK', '< INFO', '> SIP/2.0 200 OK'];

describe('an answered call of the stock SDK', () => {
	test('is held and taken up again in four frames each', async () => {
		await call.inbound.hold();
		await call.inbound.unhold();
		expect(bob.frames.map(kindOf)).toEqual([...RE_INVITE, ...RE_INVITE]);
		expect(bob.texts[0]).toContain('a=sendonly');
		expect(bob.texts[2]).toContain('a=recvonly');
		expect(bob.texts[6]).toContain('a=sendrecv');
		expect(alice.frames).toEqual([]);
	});

	test('is muted, and sends keys, without a frame', async () => {
		call.inbound.mute();
		call.inbound.sendDtmf('123#');
		call.inbound.unmute();
		await call.inbound.hold();
		expect(bob.frames.map(kindOf)).toEqual(RE_INVITE);
		expect(alice.frames).toEqual([]);
	});

	test('is re-invited, and takes the answer', async () => {
		await call.outbound.reInvite();
		expect(alice.frames.map(kindOf)).toEqual(RE_INVITE);
		expect(bob.frames).toEqual([]);
	});

	test('is recorded; a second start is refused with -4', async () => {
		expect(await call.inbound.startRecording()).toMatchObject({ code: 0 });
		expect(await call.inbound.startRecording()).toMatchObject({ code: -4 });
		expect(await call.inbound.stopRecording()).toMatchObject({ code: 0 });
		await eventually(() => bob.frames.length >= 12, 'all frames');
		expect(bob.frames.map(kindOf)).toEqual([...TOLD_BY_INFO, ...TOLD_BY_INFO, ...TOLD_BY_INFO]);
		expect(alice.frames).toEqual([]);
	});

	test('is parked: the phone hangs up, the caller is told nothing', async () => {
		const result = await call.inbound.park();
		expect(result).toMatchObject({ code: 0, 'park extension': expect.stringMatching(/^8\d\d$/) });
		expect(bob.frames.map(kindOf)).toEqual([...TOLD_BY_INFO, '> BYE', '< SIP/2.0 200 OK']);
		expect(alice.frames).toEqual([]);
		expect(alice.phone.callSessions).toHaveLength(1);
	});

	test('is flipped to another telephone; hanging up then ends the phone’s leg alone', async () => {
		const result = await call.inbound.flip('+14155550123');
		expect(result).toMatchObject({ code: 0, number: '+14155550123' });
		await call.inbound.hangup();
		expect(bob.frames.map(kindOf)).toEqual([...TOLD_BY_INFO, '> BYE', '< SIP/2.0 200 OK']);
		expect(alice.frames).toEqual([]);
	});

	test('is transferred cold to the public network', async () => {
		await call.inbound.transfer('+14155550123');
		await eventually(() => bob.frames.length >= 8, 'all frames');
		expect(bob.frames.map(kindOf)).toEqual([
			'> REFER',
			'< SIP/2.0 202 Accepted',
			'< NOTIFY',
			'> SIP/2.0 200 OK',
			'< NOTIFY',
			'> SIP/2.0 200 OK',
			'< BYE',
			'> SIP/2.0 200 OK'
		]);
		expect(alice.frames).toEqual([]);
		expect(alice.phone.callSessions).toHaveLength(1);
	});

	test('is transferred cold to an extension, which then speaks to the caller', async () => {
		const carol = await scene.registered('103');
		const ringing = carol.inbound();
		await call.inbound.transfer('103');
		const transferred = await ringing;
		expect(transferred.remoteNumber).toBe('+16505550101');
		await transferred.answer();
		await eventually(() => carol.frames.some((frame) => frame.startsWith('< ACK')), 'an ACK');
		await call.outbound.hangup();
		await eventually(() => carol.phone.callSessions.length === 0, 'the target was told');
	});

	test('is not transferred to a number that is nobody’s: the call stays', async () => {
		await expect(call.inbound.transfer('78654', 100)).rejects.toThrow('timed out');
		expect(bob.phone.callSessions).toHaveLength(1);
		expect(bob.texts.at(-2)).toContain('SIP/2.0 486 Busy Here');
	});

	test('is transferred warm: first the consultation ends, then the call', async () => {
		const carol = await scene.registered('103');
		const ringing = carol.inbound();
		const transfer = await call.inbound.warmTransfer('103');
		const consulted = await ringing;
		await consulted.answer();
		await eventually(() => carol.frames.some((frame) => frame.startsWith('< ACK')), 'an ACK');
		forget(alice, bob, carol);
		await transfer.complete();
		await eventually(() => bob.frames.length >= 10, 'all frames');
		expect(bob.frames.map(kindOf)).toEqual([
			'> REFER',
			'< SIP/2.0 202 Accepted',
			'< NOTIFY',
			'> SIP/2.0 200 OK',
			'< BYE',
			'> SIP/2.0 200 OK',
			'< NOTIFY',
			'> SIP/2.0 200 OK',
			'< BYE',
			'> SIP/2.0 200 OK'
		]);
		expect([...alice.frames, ...carol.frames.filter((frame) => /BYE|CANCEL/.test(frame))]).toEqual(
			[]
		);
		await call.outbound.hangup();
		await eventually(() => carol.phone.callSessions.length === 0, 'the target was told');
	});

	test('is transferred warm before the target even rings', async () => {
		const carol = await scene.registered('103');
		const ringing = carol.inbound();
		const transfer = await call.inbound.warmTransfer('103');
		await transfer.complete();
		await (await ringing).answer();
		await call.outbound.hangup();
		await eventually(() => carol.phone.callSessions.length === 0, 'the target was told');
	});

	test('goes on after the consultation is called off', async () => {
		const carol = await scene.registered('103');
		const ringing = carol.inbound();
		const transfer = await call.inbound.warmTransfer('103');
		await ringing;
		await transfer.cancel();
		await eventually(() => carol.phone.callSessions.length === 0, 'the target rings no more');
		expect(alice.frames).toEqual([]);
		expect(bob.phone.callSessions).toHaveLength(1);
	});

	test('survives its socket: a re-INVITE on a new one takes it up', async () => {
		bob.sockets[0]?.terminate();
		await bob.phone.start();
		await call.inbound.reInvite();
		forget(alice, bob);
		await call.outbound.hangup();
		await eventually(() => bob.frames.length >= 2, 'the new socket is told');
		expect(bob.frames.slice(0, 2).map(kindOf)).toEqual(['< BYE', '> SIP/2.0 200 OK']);
	});

	test('ends for the other when a phone stays away', async () => {
		await scene.close();
		scene = await SdkScene.open({ orphanFor: 20 });
		alice = await scene.registered('101');
		bob = await scene.registered('102');
		await scene.answered(alice, bob, '102');
		bob.sockets[0]?.terminate();
		await eventually(() => alice.frames.length >= 2, 'the caller was told');
		expect(alice.frames.map(kindOf)).toEqual(['< BYE', '> SIP/2.0 200 OK']);
		expect(scene.simulator.edge.legs.count).toBe(0);
	});
});
