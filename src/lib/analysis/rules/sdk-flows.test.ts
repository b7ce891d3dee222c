import { afterEach, beforeEach, expect, test } from 'vitest';
import { rulesOf } from '../../../../tests/findings/sdk-entries.ts';
import { eventually } from '../../simulator/testing/eventually.ts';
import type { SdkPhone } from '../../simulator/testing/sdk-phone.ts';
import { type RingingCall, SdkScene } from '../../simulator/testing/sdk-scene.ts';

let scene: SdkScene;
let alice: SdkPhone;
let bob: SdkPhone;
let call: RingingCall;

beforeEach(async () => {
	scene = await SdkScene.open({ ringFor: 60_000 });
	alice = await scene.phone('101');
	bob = await scene.phone('102');
	await alice.phone.start();
	await bob.phone.start();
	call = await scene.ring(alice, bob, '102');
	await eventually(() => saw(bob, '< SIP/2.0 200 OK', 2), 'the ringing is confirmed');
});

afterEach(async () => {
	await scene.close();
});

function saw({ frames }: SdkPhone, begins: string, times = 1): boolean {
	return frames.filter((frame) => frame.startsWith(begins)).length >= times;
}

async function answer(): Promise<void> {
	await call.inbound.answer();
	await eventually(() => saw(bob, '< MESSAGE'), 'the answer is told');
}

/** All that is found of both phones, long after they were disposed of. */
async function found(): Promise<string[]> {
	for (const { phone } of [alice, bob]) await phone.dispose();
	return [...rulesOf(alice, 'Alice', 120), ...rulesOf(bob, 'Bob', 120)];
}

test('a call that is held, recorded and hung up', async () => {
	await answer();
	await call.inbound.hold();
	await call.inbound.unhold();
	await call.outbound.reInvite();
	await call.inbound.startRecording();
	await call.inbound.stopRecording();
	await call.outbound.hangup();
	await eventually(() => bob.phone.callSessions.length === 0, 'the other side was told');
	expect(await found()).toEqual([]);
});

test('a call that is parked, and one that is flipped', async () => {
	await answer();
	await call.inbound.park();
	await call.outbound.hangup();
	call = await scene.ring(alice, bob, '102');
	await call.inbound.answer();
	await eventually(() => saw(bob, '< ACK', 2), 'the second call is up');
	await call.inbound.flip('+14155550123');
	await call.inbound.hangup();
	await call.outbound.hangup();
	expect(await found()).toEqual([]);
});

test.each([
	['declined', () => call.inbound.decline()],
	['sent to voicemail', () => call.inbound.toVoicemail()],
	['forwarded', () => call.inbound.forward('+14155550123')]
])('a call that is %s', async (_what, act) => {
	await act();
	await call.outbound.hangup();
	expect(await found()).toEqual([]);
});

test('a call that is transferred cold, and one that is cancelled', async () => {
	await answer();
	await call.inbound.transfer('+14155550123');
	await call.outbound.hangup();
	const next = await scene.ring(alice, bob, '102');
	await next.outbound.hangup();
	await eventually(() => bob.phone.callSessions.length === 0, 'the ringing phone was told');
	expect(await found()).toEqual([]);
});

test('a number that is busy is explained, and nothing more', async () => {
	await call.outbound.hangup();
	await eventually(() => bob.phone.callSessions.length === 0, 'the ringing phone was told');
	const busy = await alice.phone.call('78654');
	expect(busy.state).toBe('disposed');
	expect(await found()).toEqual(['callee-refused']);
});
