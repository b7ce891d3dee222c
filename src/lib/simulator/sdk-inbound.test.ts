import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseRcMessage } from '../ringcentral/rc-message.ts';
import { parseMessage } from '../sip/message.ts';
import { eventually } from './testing/eventually.ts';
import { kindOf, type SdkPhone } from './testing/sdk-phone.ts';
import { forget, SdkScene, type RingingCall } from './testing/sdk-scene.ts';

let scene: SdkScene;
let alice: SdkPhone;
let bob: SdkPhone;
let call: RingingCall;

beforeEach(async () => {
	scene = await SdkScene.open({ ringFor: 60_000 });
	alice = await scene.registered('101');
	bob = await scene.registered('102');
	call = await scene.ring(alice, bob, '102');
	forget(alice, bob);
});

afterEach(async () => {
	expect(scene.events).toEqual([]);
	await scene.close();
});

const REFUSED = [
	'> MESSAGE',
	'< SIP/2.0 100 Trying',
	'< SIP/2.0 200 OK',
	'< MESSAGE',
	'> SIP/2.0 200 OK',
	'< CANCEL',
	'> SIP/2.0 200 OK'
];

describe('a ringing phone of the stock SDK', () => {
	test.each([
		['declines', () => call.inbound.decline()],
		['sends the caller to voicemail', () => call.inbound.toVoicemail()],
		['forwards to the public network', () => call.inbound.forward('+14155550123')]
	])('%s; the caller’s call stays as it is', async (_what, refuse) => {
		await refuse();
		await eventually(() => bob.frames.length >= REFUSED.length, 'all frames');
		expect(bob.frames.map(kindOf)).toEqual(REFUSED);
		expect(commandOf(bob.texts[3])).toBe(9);
		expect(bob.phone.callSessions).toEqual([]);
		expect(alice.frames).toEqual([]);
		expect(alice.phone.callSessions).toHaveLength(1);
	});

	test('forwards to another extension, which rings for the same caller', async () => {
		const carol = await scene.registered('103');
		const ringing = carol.inbound();
		await call.inbound.forward('103');
		const forwarded = await ringing;
		expect(forwarded.remoteNumber).toBe('+16505550101');
		expect(forwarded.sessionId).toBe(call.outbound.sessionId);
	});

	test('asks for time to reply in three frames, and rings on', async () => {
		await call.inbound.startReply();
		expect(bob.frames.map(kindOf)).toEqual([
			'> MESSAGE',
			'< SIP/2.0 100 Trying',
			'< SIP/2.0 200 OK'
		]);
		expect(bob.phone.callSessions).toHaveLength(1);
	});

	test('replies in seven frames: CANCEL, then what the caller chose', async () => {
		const response = await call.inbound.reply('I am on my way.');
		await eventually(() => bob.frames.length >= 7, 'all frames');
		expect(bob.frames.map(kindOf)).toEqual([
			'> MESSAGE',
			'< SIP/2.0 100 Trying',
			'< SIP/2.0 200 OK',
			'< CANCEL',
			'> SIP/2.0 200 OK',
			'< MESSAGE',
			'> SIP/2.0 200 OK'
		]);
		expect(response.body).toMatchObject({ Sts: '1', Phn: '+16505550101', Nm: 'Alice' });
		expect(alice.frames).toEqual([]);
	});

	test('rings no more after a while: the caller has voicemail', async () => {
		await scene.close();
		scene = await SdkScene.open({ ringFor: 40 });
		alice = await scene.registered('101');
		bob = await scene.registered('102');
		await alice.phone.call('102');
		await eventually(() => bob.frames.some((frame) => frame.startsWith('< CANCEL')), 'a CANCEL');
		expect(alice.phone.callSessions).toHaveLength(1);
	});
});

function commandOf(text: string | undefined): number | undefined {
	return parseRcMessage(parseMessage(text ?? '').body)?.command;
}
