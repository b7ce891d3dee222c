import { beforeEach, describe, expect, test } from 'vitest';
import { header } from '../../../sip/message.ts';
import { CoreScene } from '../../testing/core-scene.ts';
import { RecordingMedia } from '../../testing/recording-media.ts';
import { OFFER, type ScriptedPhone } from '../../testing/scripted-phone.ts';
import { MUSIC, RINGBACK, VOICEMAIL_GREETING } from '../sounds.ts';

let media: RecordingMedia;
let scene: CoreScene;
let alice: ScriptedPhone;
let bob: ScriptedPhone;

beforeEach(async () => {
	media = new RecordingMedia();
	scene = new CoreScene({ media });
	alice = await scene.registered('alice', '101');
	bob = await scene.registered('bob', '102');
});

/** Alice called Bob, who answered. @returns the Call-ID of Bob's leg */
async function answered(): Promise<string> {
	await scene.call(alice, '102');
	bob.answer('INVITE', 180);
	bob.answer('INVITE', 200, OFFER);
	await scene.clock.advance(1000);
	const callId = header(bob.last('INVITE'), 'Call-Id') ?? '';
	bob.answer('MESSAGE', 200);
	alice.take();
	bob.take();
	return callId;
}

/** Asks by INFO; the number of the reqid tells results apart. */
function ask(phone: ScriptedPhone, callId: string, command: string, reqid = 1): void {
	phone.request(
		'INFO',
		{ 'Call-Id': callId, 'Content-Type': 'application/json;charset=utf-8' },
		JSON.stringify({ request: { reqid, command } })
	);
}

function resultsOf(phone: ScriptedPhone): unknown[] {
	return phone.received.flatMap((message) =>
		message.kind === 'request' && message.method === 'INFO'
			? [(JSON.parse(message.body) as { response: { result: unknown } }).response.result]
			: []
	);
}

describe('what is heard', () => {
	test('ringback until the callee answers, then each other', async () => {
		await scene.call(alice, '102');
		expect(media.endpoint(0).hears).toBe(RINGBACK);
		bob.answer('INVITE', 200, OFFER);
		await scene.clock.advance(1000);
		expect(media.endpoint(0).hears).toBe(media.endpoint(1));
		expect(media.endpoint(1).hears).toBe(media.endpoint(0));
	});

	test('voicemail, where nobody is there', async () => {
		await scene.call(alice, '103');
		expect(media.endpoint(0).hears).toBe(VOICEMAIL_GREETING);
	});

	test('music on hold, and the phone again afterwards', async () => {
		const callId = await answered();
		bob.request('INVITE', { 'Call-Id': callId }, OFFER.replace('sendrecv', 'sendonly'));
		await scene.clock.advance(1000);
		expect(media.endpoint(0).hears).toBe(MUSIC);
		bob.request('INVITE', { 'Call-Id': callId }, OFFER);
		await scene.clock.advance(1000);
		expect(media.endpoint(0).hears).toBe(media.endpoint(1));
		expect(alice.take()).toEqual([]);
	});
});

describe('parking', () => {
	async function parked(): Promise<string> {
		const callId = await answered();
		ask(bob, callId, 'callpark');
		await scene.clock.advance(1000);
		const [result] = resultsOf(bob);
		bob.answer('INFO', 200);
		bob.request('BYE', { 'Call-Id': callId });
		await scene.clock.advance(1000);
		return (result as { 'park extension': string })['park extension'];
	}

	test('a parked call is picked up by dialling its place', async () => {
		const place = await parked();
		expect(media.endpoint(0).hears).toBe(MUSIC);
		const carol = await scene.registered('carol', '103');
		await scene.call(carol, `*${place}`);
		expect(media.endpoint(0).hears).toBe(media.endpoint(2));
		expect(media.endpoint(2).hears).toBe(media.endpoint(0));
		expect(scene.edge.parking.count).toBe(0);
		alice.request('BYE');
		await scene.clock.advance(1000);
		expect(carol.take().at(-1)).toBe('BYE');
	});

	test('a place where nobody waits is busy', async () => {
		const place = await parked();
		alice.request('BYE');
		await scene.clock.advance(1000);
		expect(scene.edge.parking.count).toBe(0);
		bob.call(`*${place}`);
		await scene.clock.advance(1000);
		bob.call(`*${place}`);
		await scene.clock.advance(1000);
		expect(bob.take().at(-1)).toBe('SIP/2.0 486 Busy Here');
	});

	test('an application picks up too: its phone is sent an INVITE that describes nothing', async () => {
		const place = await parked();
		const carol = await scene.registered('carol', '103');
		expect(scene.edge.pickUp(place, '103')).toBe(true);
		expect(scene.edge.pickUp(place, '103')).toBe(false);
		await scene.clock.advance(1000);
		expect(carol.last('INVITE').body).toBe('');
		expect(header(carol.last('INVITE'), 'Content-Type')).toBeUndefined();
		carol.answer('INVITE', 200, OFFER);
		await scene.clock.advance(1000);
		const number = (method: string) =>
			Number.parseInt(header(carol.last(method), 'CSeq') ?? '', 10);
		expect(number('ACK')).toBe(number('INVITE'));
		expect(carol.last('ACK').body).toBe(OFFER);
		expect(media.endpoint(0).hears).toBe(media.endpoint(2));
	});
});

test('a second phone takes the call over; the far phone is re-invited', async () => {
	const callId = await answered();
	const desk = await scene.registered('desk', '102');
	await scene.call(desk, '*83');
	expect(header(bob.last('BYE'), 'Call-Id')).toBe(callId);
	expect(bob.take()).toEqual(['BYE']);
	expect(header(alice.last('INVITE'), 'Call-Id')).toBe('call-of-alice');
	expect(header(alice.last('INVITE'), 'To')).toMatch(/;tag=alice$/);
	alice.answer('INVITE', 200, OFFER);
	await scene.clock.advance(1000);
	expect(alice.take()).toEqual(['INVITE', 'ACK']);
	expect(media.endpoint(0).hears).toBe(media.endpoint(2));
});

test('where there is nothing to take over, the call ends', async () => {
	await scene.call(alice, '*83');
	await scene.clock.advance(1000);
	expect(alice.take().at(-1)).toBe('BYE');
});

describe('a queue', () => {
	test('rings at all others, says whose call it is, and goes on where one refuses', async () => {
		const carol = await scene.registered('carol', '103');
		await scene.call(alice, '700');
		expect(header(bob.last('INVITE'), 'p-rc-api-call-info')).toBe(
			'callAttributes=queue-call,reject;callerIdName=Alice;queueName=Support'
		);
		bob.request(
			'MESSAGE',
			{ 'Call-Id': header(bob.last('INVITE'), 'Call-Id') ?? '' },
			'<Msg><Hdr SID="1" Req="" From="" To="" Cmd="12"/><Bdy Cln="802398102001"/></Msg>'
		);
		await scene.clock.advance(1000);
		expect(bob.take()).toContain('CANCEL');
		expect(carol.take()).toEqual(['INVITE']);
		expect(media.endpoint(0).hears).toBe(RINGBACK);
	});
});

test('a phone that is to answer by itself is told so, and when', async () => {
	scene.edge.call({ from: '+14155550123', to: '101', answerAfter: 500 });
	await scene.clock.advance(1000);
	expect(header(alice.last('INVITE'), 'Alert-Info')).toBe('Auto Answer');
	expect(header(alice.last('INVITE'), 'Call-Info')).toMatch(/;purpose=info;Answer-After=500$/);
});

test('a conference: two hear each other, and it closes with the last', async () => {
	for (const phone of [alice, bob]) await scene.call(phone, 'conf_support');
	expect(media.endpoint(0).hears).toBe(media.endpoint(1));
	expect(media.endpoint(1).hears).toBe(media.endpoint(0));
	alice.request('BYE');
	await scene.clock.advance(1000);
	expect(media.endpoint(1).hears).toBeUndefined();
	bob.request('BYE');
	await scene.clock.advance(1000);
	expect(scene.edge.conferences.count).toBe(0);
});

test('the same operation is refused with -6 until the result of the first was told', async () => {
	const callId = await answered();
	ask(bob, callId, 'startcallrecord', 1);
	ask(bob, callId, 'startcallrecord', 2);
	await scene.clock.advance(1000);
	ask(bob, callId, 'startcallrecord', 3);
	await scene.clock.advance(1000);
	expect(resultsOf(bob)).toMatchObject([{ code: 0 }, { code: -6 }, { code: -4 }]);
});

test('trickled candidates go to the media, and have no result', async () => {
	const callId = await answered();
	const fragment = 'a=ice-ufrag:abcd\r\na=candidate:1 1 udp 1 192.0.2.7 9 typ host\r\n';
	bob.request(
		'INFO',
		{
			'Call-Id': callId,
			'Info-Package': 'trickle-ice',
			'Content-Type': 'application/trickle-ice-sdpfrag'
		},
		fragment
	);
	await scene.clock.advance(1000);
	expect(bob.take()).toEqual(['SIP/2.0 200 OK']);
	expect(media.endpoint(1).trickled).toEqual([fragment]);
});

describe('an edge that answers with the callee', () => {
	beforeEach(async () => {
		scene = new CoreScene({ media, settings: { answers: 'with the callee' } });
		alice = await scene.registered('alice', '101');
		bob = await scene.registered('bob', '102');
		alice.call('102');
		await scene.clock.advance(1000);
		alice.call('102');
		await scene.clock.advance(1000);
		expect(alice.take().at(-1)).toBe('SIP/2.0 183 Session Progress');
	});

	test('sends its 200 once the callee has answered', async () => {
		bob.answer('INVITE', 200, OFFER);
		await scene.clock.advance(1000);
		expect(alice.take()).toEqual(['SIP/2.0 200 OK']);
		alice.request('ACK');
		bob.request('BYE', { 'Call-Id': header(bob.last('INVITE'), 'Call-Id') ?? '' });
		await scene.clock.advance(1000);
		expect(alice.take()).toEqual(['BYE']);
	});

	test('stops ringing when the caller cancels', async () => {
		alice.request('CANCEL');
		await scene.clock.advance(1000);
		expect(alice.take()).toEqual(['SIP/2.0 200 OK', 'SIP/2.0 487 Request Terminated']);
		expect(bob.take()).toEqual(['INVITE', 'CANCEL']);
	});

	test('answers as voicemail where nobody does', async () => {
		await scene.clock.advance(31_000);
		expect(alice.take()).toEqual(['SIP/2.0 200 OK']);
	});
});
