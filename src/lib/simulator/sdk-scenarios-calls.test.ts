import { afterEach, describe, expect, test } from 'vitest';
import { hurried } from './testing/built-in-scenario.ts';
import { eventually, isPending } from './testing/eventually.ts';
import { kindOf, type SdkPhone } from './testing/sdk-phone.ts';
import { forget, SdkScene } from './testing/sdk-scene.ts';

let scene: SdkScene;
let alice: SdkPhone;
let bob: SdkPhone;

afterEach(async () => {
	expect(scene.events.filter(({ kind }) => kind === 'fault')).toEqual([]);
	await scene.close();
});

async function open(name: string): Promise<void> {
	scene = await SdkScene.open({}, hurried(name));
	alice = await scene.registered('101');
	bob = await scene.registered('102');
}

describe('a call of the stock SDK', () => {
	test('whose challenge has no space before its nonce ends in a TypeError', async () => {
		await open('nonce-without-space');
		await expect(alice.phone.call('102')).rejects.toThrow(TypeError);
		expect(alice.texts[2]).toContain('",nonce="');
	});

	test('without a 183 rings for ever', async () => {
		await open('no-ringing');
		const call = alice.phone.call('102');
		await eventually(() => alice.frames.at(-1) === '< SIP/2.0 200 OK', 'a 200');
		expect(await isPending(call)).toBe(true);
		expect(alice.phone.callSessions[0]?.state).toBe('ringing');
	});

	test('that is forbidden leaves a ghost, over which dispose() throws', async () => {
		await open('call-forbidden');
		const call = await alice.phone.call('102');
		expect(call.state).toBe('init');
		expect(alice.phone.callSessions).toHaveLength(1);
		await expect(alice.phone.dispose()).rejects.toThrow(TypeError);
	});

	test('that is answered 503 at once ends in a TypeError', async () => {
		await open('call-unavailable');
		await expect(alice.phone.call('102')).rejects.toThrow(TypeError);
	});

	test('whose number the edge uses too takes another request for its answer', async () => {
		await open('cseq-collision');
		const call = alice.phone.call('102');
		await eventually(() => alice.frames.some((frame) => / 200 OK$/.test(frame)), 'a 200');
		expect(await isPending(call)).toBe(true);
		expect(alice.frames.map(kindOf).slice(3, 6)).toEqual([
			'> INVITE',
			'< NOTIFY',
			'> SIP/2.0 200 OK'
		]);
		expect(alice.frames.some((frame) => frame.startsWith('> ACK'))).toBe(false);
	});

	test('with answers in the wrong order fails with 183', async () => {
		await open('answers-reordered');
		const failed: string[] = [];
		alice.phone.once('outboundCall', (session) =>
			session.once('failed', (subject: string) => failed.push(subject))
		);
		await alice.phone.call('102');
		expect(failed).toEqual(['SIP/2.0 183 Session Progress']);
	});

	test('with slow answers comes about all the same', async () => {
		await open('slow-answers');
		expect((await alice.phone.call('102')).state).toBe('answered');
	});

	test('with every answer twice is acknowledged once', async () => {
		await open('double-answers');
		expect((await alice.phone.call('102')).state).toBe('answered');
		await eventually(() => alice.frames.length >= 9, 'the second 200');
		expect(alice.frames.filter((frame) => frame === '< SIP/2.0 200 OK')).toHaveLength(2);
		expect(alice.frames.filter((frame) => frame.startsWith('> ACK'))).toHaveLength(1);
	});

	test('is answered when the callee answers', async () => {
		await open('late-answer');
		const ringing = bob.inbound();
		const call = alice.phone.call('102');
		await ringing;
		expect(await isPending(call)).toBe(true);
		await (await ringing).answer();
		expect((await call).state).toBe('answered');
	});
});

describe('a call to the stock SDK', () => {
	test('with Call-ID instead of Call-Id is declined, and decline() never resolves', async () => {
		await open('call-id-spelling');
		const { inbound } = await scene.ring(alice, bob, '102');
		const decline = inbound.decline();
		await eventually(() => bob.phone.callSessions.length === 0, 'it rings no more');
		expect(await isPending(decline)).toBe(true);
	});

	test('without P-rc sends no receipt and cannot be declined', async () => {
		await open('no-p-rc');
		const ringing = bob.inbound();
		await alice.phone.call('102');
		const inbound = await ringing;
		await eventually(() => bob.frames.length >= 3, 'it rings');
		expect(await isPending(inbound.decline())).toBe(true);
		expect(bob.frames.map(kindOf)).toEqual([
			'< INVITE',
			'> SIP/2.0 100 Trying',
			'> SIP/2.0 180 Ringing'
		]);
	});

	test('with a MESSAGE for another client leaves it unanswered', async () => {
		await open('foreign-client');
		const seen: string[] = [];
		bob.phone.sipClient.on('inboundMessage', ({ subject }: { subject: string }) =>
			seen.push(subject)
		);
		await scene.ring(alice, bob, '102');
		const isForeign = (text: string) => text.includes('Cln="802398999001"');
		await eventually(() => bob.texts.some(isForeign), 'the MESSAGE');
		forget(alice);
		await alice.phone.callSessions[0]?.hangup();
		await eventually(() => bob.phone.callSessions.length === 0, 'it rings no more');
		const after = bob.frames.slice(bob.texts.findIndex(isForeign) + 1).map(kindOf);
		expect(after).toEqual(['< CANCEL', '> SIP/2.0 200 OK']);
		expect(seen.filter((subject) => subject.startsWith('MESSAGE'))).toEqual([]);
	});

	test('comes in a moment after it has registered', async () => {
		await open('call-comes-in');
		expect((await alice.inbound()).remoteNumber).toBe('+14155550112');
	});

	test('is not the dialog that a request is for: it answers 200 all the same', async () => {
		await open('unknown-dialog');
		await eventually(() => alice.frames.length >= 2, 'an answer');
		expect(alice.frames.map(kindOf)).toEqual(['< BYE', '> SIP/2.0 200 OK']);
	});
});

describe('call control of the stock SDK', () => {
	test('has no result, and stays pending', async () => {
		await open('no-result');
		const { inbound } = await scene.answered(alice, bob, '102');
		const recording = inbound.startRecording();
		await eventually(() => bob.frames.length >= 2, 'the INFO is answered');
		expect(await isPending(recording)).toBe(true);
		expect(bob.frames.map(kindOf)).toEqual(['> INFO', '< SIP/2.0 200 OK']);
	});

	test('believes in a hold that was refused', async () => {
		await open('hold-refused');
		const { inbound } = await scene.answered(alice, bob, '102');
		await inbound.hold();
		expect(bob.frames.map(kindOf)).toEqual(['> INVITE', '< SIP/2.0 491 Request Pending', '> ACK']);
	});

	test('gives a transfer up that is done', async () => {
		await open('transfer-without-bye');
		const carol = await scene.registered('103');
		const ringing = carol.inbound();
		const { inbound } = await scene.answered(alice, bob, '102');
		await expect(inbound.transfer('103', 200)).rejects.toThrow('timed out');
		await ringing;
		expect(bob.phone.callSessions).toHaveLength(1);
	});

	test('waits for ever for the answer to its BYE', async () => {
		await open('bye-unanswered');
		const { outbound } = await scene.answered(alice, bob, '102');
		expect(await isPending(outbound.hangup())).toBe(true);
		expect(alice.phone.callSessions).toHaveLength(1);
	});
});
