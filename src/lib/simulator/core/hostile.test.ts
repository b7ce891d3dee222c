import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { header } from '../../sip/message.ts';
import { CoreScene } from '../testing/core-scene.ts';
import { arbitraryFrame } from '../testing/arbitrary-frame.ts';
import { DOMAIN, OFFER, type ScriptedPhone } from '../testing/scripted-phone.ts';

const frames = fc.array(arbitraryFrame, { maxLength: 12 });

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
				scene.edge.closed('mallory');
				await scene.clock.advance(200_000);
				expect(Object.values(scene.edge.held)).toEqual(Array(6).fill(0));
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

describe('a phone of another extension', () => {
	test('cannot speak for a call that is not its own', async () => {
		const { scene, alice, bob, callId } = await talking();
		const carol = await scene.registered('carol', '103');
		for (const method of ['BYE', 'INVITE', 'INFO', 'REFER', 'CANCEL']) {
			carol.request(method, { 'Call-Id': callId }, OFFER);
		}
		await scene.clock.advance(2000);
		expect(carol.take()).toEqual(Array(5).fill('SIP/2.0 481 Call/Transaction Does Not Exist'));
		expect([...alice.take(), ...bob.take()]).toEqual([]);
	});

	test('cannot take over a call that is not its own', async () => {
		const { scene, alice, bob, callId } = await talking();
		const carol = await scene.registered('carol', '103');
		await scene.call(carol, '*11');
		carol.take();
		carol.request('REFER', {
			'Refer-To': `<sip:102@${DOMAIN}?Replaces=${callId}%3Bto-tag%3D1%3Bfrom-tag%3D2>`
		});
		await scene.clock.advance(500);
		carol.answer('NOTIFY', 200);
		await scene.clock.advance(500);
		expect(carol.last('NOTIFY').body).toBe('SIP/2.0 481 Call/Transaction Does Not Exist\r\n');
		carol.request('BYE');
		await scene.clock.advance(500);
		await scene.call(carol, '*83');
		expect(carol.take().at(-1)).toBe('BYE');
		expect([...alice.take(), ...bob.take()]).toEqual([]);
		expect(scene.edge.legs.count).toBe(2);
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
