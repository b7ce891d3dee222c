import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { header } from '../../sip/message.ts';
import { CoreScene } from '../testing/core-scene.ts';
import { DOMAIN, OFFER, type ScriptedPhone } from '../testing/scripted-phone.ts';

const METHODS = [
	'ACK',
	'BYE',
	'CANCEL',
	'INFO',
	'INVITE',
	'MESSAGE',
	'NOTIFY',
	'OPTIONS',
	'REFER',
	'REGISTER',
	'SUBSCRIBE',
	'UPDATE',
	'constructor'
];
const BODIES = [
	'',
	OFFER,
	'{"request":{"reqid":1,"command":"callpark"}}',
	'{"request":null}',
	'<Msg><Hdr Cmd="12"/><Bdy Cln="1"/></Msg>',
	'<Msg>'
];

const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', '\r\n\r\n'));

/** A message that is nearly one: each part can be missing, wrong or somebody else's. */
const message = fc
	.record({
		method: fc.constantFrom(...METHODS),
		number: fc.constantFrom('102', '78654', '+14155550123', '16505550100*102', '#1@', ''),
		callId: fc.constantFrom('call-of-alice', 'call-of-mallory', 'x'),
		cseq: fc.constantFrom('1', '218000001', 'x', ''),
		status: fc.constantFrom(0, 0, 0, 100, 180, 200, 486),
		extra: fc.constantFrom(
			'Contact: *',
			'Contact: <sip:a@b>;expires=-1;+sip.instance=x',
			'Expires: 99999999999999999999',
			'Authorization: Digest username="802398101001", nonce="", response=""',
			'Refer-To: <sip:103@x?Replaces=call-of-alice%3Bto-tag%3D1>',
			'Refer-To: %%%',
			'To'
		),
		body: fc.constantFrom(...BODIES),
		junk: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: text })
	})
	.map(({ method, number, callId, cseq, status, extra, body, junk }) =>
		[
			status ? `SIP/2.0 ${status} ?` : `${method} sip:${number}@${DOMAIN} SIP/2.0`,
			'Via: SIP/2.0/WSS x.invalid;branch=z9hG4bK-1',
			'From: <sip:16505550100*101@sip.ringcentral.com>;tag=mallory',
			`To: <sip:${number}@${DOMAIN}>`,
			`Call-Id: ${callId}`,
			`CSeq: ${cseq} ${method}`,
			extra,
			junk,
			'',
			body
		].join('\r\n')
	);

const frames = fc.array(fc.oneof({ weight: 4, arbitrary: message }, text), { maxLength: 12 });

describe('whatever a client sends', () => {
	test('nothing breaks, nobody is rung, no call is placed and nobody is disturbed', async () => {
		await fc.assert(
			fc.asyncProperty(frames, async (texts) => {
				const { scene, alice, bob, mallory } = await talking();
				for (const frame of texts) {
					mallory.send(frame);
					await scene.clock.advance(200);
				}
				await scene.clock.advance(1000);
				expect(scene.events.filter(({ kind }) => kind === 'fault')).toEqual([]);
				expect([...alice.take(), ...bob.take()]).toEqual([]);
				expect(mallory.take().filter((line) => /^\w+$/.test(line))).toEqual([]);
				expect(scene.edge.legs.count).toBe(2);
				expect(scene.edge.registrar.all()).toHaveLength(2);
			}),
			{ numRuns: 150 }
		);
	}, 60_000);

	test('a registered phone breaks nothing either, and leaves nothing behind', async () => {
		await fc.assert(
			fc.asyncProperty(frames, async (texts) => {
				const { scene, alice, bob } = await talking();
				for (const frame of texts) {
					alice.send(frame);
					await scene.clock.advance(200);
				}
				expect(scene.events.filter(({ kind }) => kind === 'fault')).toEqual([]);
				scene.edge.closed(alice.id);
				scene.edge.closed(bob.id);
				await scene.clock.advance(200_000);
				expect(scene.edge.legs.count).toBe(0);
				expect(scene.edge.registrar.all()).toEqual([]);
				expect(scene.clock.pending).toBe(0);
			}),
			{ numRuns: 150 }
		);
	}, 60_000);
});

describe('a client that proved nothing', () => {
	test('is refused a call', async () => {
		const scene = new CoreScene();
		const mallory = scene.phone('mallory');
		mallory.call('102');
		await scene.clock.advance(1000);
		expect(mallory.take()).toEqual(['SIP/2.0 100 Trying', 'SIP/2.0 403 Forbidden']);
	});

	test('cannot speak for a call of others, whose Call-ID it knows', async () => {
		const { scene, alice, bob, mallory, callId } = await talking();
		for (const method of ['BYE', 'INVITE', 'INFO', 'REFER', 'CANCEL']) {
			mallory.request(method, { 'Call-Id': callId }, OFFER);
		}
		await scene.clock.advance(2000);
		expect(mallory.take()).toEqual(Array(5).fill('SIP/2.0 481 Call/Transaction Does Not Exist'));
		expect([...alice.take(), ...bob.take()]).toEqual([]);
	});

	test('cannot answer for a phone that rings', async () => {
		const scene = new CoreScene();
		const alice = await scene.registered('alice', '101');
		const bob = await scene.registered('bob', '102');
		const mallory = scene.phone('mallory', '103');
		await scene.call(alice, '102');
		mallory.received.push(bob.last('INVITE'));
		mallory.answer('INVITE', 200, OFFER);
		await scene.clock.advance(1000);
		expect(bob.take()).toEqual(['INVITE']);
		expect(scene.events).toMatchObject([{ kind: 'ignored', connection: 'mallory' }]);
	});
});

/** Alice and Bob in a call, and one who should not be there. */
async function talking(): Promise<{
	scene: CoreScene;
	alice: ScriptedPhone;
	bob: ScriptedPhone;
	mallory: ScriptedPhone;
	callId: string;
}> {
	const scene = new CoreScene({ settings: { pace: { from: 0, to: 0 } } });
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	await scene.call(alice, '102');
	const callId = header(bob.last('INVITE'), 'Call-Id') ?? '';
	bob.answer('INVITE', 200, OFFER);
	await scene.clock.advance(1000);
	bob.answer('MESSAGE', 200);
	await scene.clock.advance(20_000);
	alice.take();
	bob.take();
	return { scene, alice, bob, mallory: scene.phone('mallory', '101'), callId };
}
