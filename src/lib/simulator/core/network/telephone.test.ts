import { beforeEach, expect, test } from 'vitest';
import { header } from '../../../sip/message.ts';
import { CoreScene } from '../../testing/core-scene.ts';
import { RecordingMedia, type RecordingEndpoint } from '../../testing/recording-media.ts';
import type { ScriptedPhone } from '../../testing/scripted-phone.ts';
import { GREETING, keyTones, MUSIC, PROMPT, RINGBACK } from '../sounds.ts';
import { DIRECTORY } from './directory.ts';

let media: RecordingMedia;
let scene: CoreScene;
let alice: ScriptedPhone;

beforeEach(async () => {
	media = new RecordingMedia();
	scene = new CoreScene({ media });
	alice = await scene.registered('alice', '101');
});

async function dialled(number: string): Promise<RecordingEndpoint> {
	await scene.call(alice, number);
	return media.endpoint(0);
}

async function hungUp(): Promise<void> {
	alice.request('BYE');
	await scene.clock.advance(1000);
	expect(scene.edge.legs.count).toBe(0);
	expect(scene.clock.pending).toBe(1);
}

test('numbers and short codes are told apart', () => {
	const codes = DIRECTORY.flatMap(({ number, short }) => [number, short]);
	expect(new Set(codes).size).toBe(codes.length);
	for (const { number } of DIRECTORY) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
});

test('somebody picks up after a while', async () => {
	const phone = await dialled('*10');
	expect(phone.hears).toBe(RINGBACK);
	await scene.clock.advance(3000);
	expect(phone.hears).toBe(GREETING);
	await hungUp();
});

test.each(['*11', '+14155550111', '14155550123'])('%s is an echo', async (number) => {
	const phone = await dialled(number);
	expect(phone.hears).toBe(phone);
	await hungUp();
});

test('music plays', async () => {
	expect((await dialled('*12')).hears).toBe(MUSIC);
	await hungUp();
});

test('keys are read back as their tones', async () => {
	const phone = await dialled('*13');
	phone.press('12#');
	await scene.clock.advance(1500);
	expect(phone.hears).toEqual(keyTones('12#'));
	await scene.clock.advance(1000);
	expect(phone.hears).toBe(PROMPT);
	phone.press('9');
	await hungUp();
});

test.each(['*14', '16505550100'])(
	'%s lets choose: an extension rings, then speaks',
	async (number) => {
		const bob = await scene.registered('bob', '102');
		const phone = await dialled(number);
		expect(phone.hears).toBe(PROMPT);
		phone.press('5');
		expect(phone.hears).toBe(PROMPT);
		phone.press('2');
		await scene.clock.advance(1000);
		expect(phone.hears).toBe(RINGBACK);
		expect(bob.take()).toEqual(['INVITE']);
	}
);

test('the menu leads to other telephones too', async () => {
	const phone = await dialled('*14');
	phone.press('0');
	await scene.clock.advance(1);
	expect(phone.hears).toBe(MUSIC);
});

test.each([
	['*15', 'SIP/2.0 486 Busy Here'],
	['*18', 'SIP/2.0 480 Temporarily Unavailable'],
	['*19', 'SIP/2.0 603 Decline']
])('%s refuses, after a 183', async (number, status) => {
	alice.call(number);
	await scene.clock.advance(1000);
	alice.call(number);
	await scene.clock.advance(1000);
	expect(alice.take().slice(-2)).toEqual(['SIP/2.0 183 Session Progress', status]);
	expect(scene.edge.legs.count).toBe(0);
});

test('where nobody is at home, the network gives up', async () => {
	const phone = await dialled('*16');
	await scene.clock.advance(28_000);
	expect(phone.hears).toBe(RINGBACK);
	await scene.clock.advance(2000);
	expect(alice.take().at(-1)).toBe('BYE');
});

test('a telephone calls back who called it', async () => {
	await dialled('*17');
	await scene.clock.advance(1000);
	alice.answer('BYE', 200);
	expect(alice.take().at(-1)).toBe('BYE');
	await scene.clock.advance(2500);
	expect(alice.take()).toEqual(['INVITE']);
});

test('a transfer to a number that refuses is told, and the call stays', async () => {
	await dialled('*11');
	alice.take();
	alice.request('REFER', { 'Refer-To': '<sip:*15@sip.ringcentral.com>' });
	await scene.clock.advance(300);
	alice.answer('NOTIFY', 200);
	await scene.clock.advance(300);
	expect(alice.last('NOTIFY').body).toBe('SIP/2.0 486 Busy Here\r\n');
	expect(media.endpoint(0).hears).toBe(media.endpoint(0));
});

test('a call from outside rings, shows who calls, and is heard', async () => {
	const call = scene.edge.call({ from: '+14155550112', name: 'Jukebox', to: '101' });
	await scene.clock.advance(1000);
	const invite = alice.last('INVITE');
	expect(header(invite, 'From')).toMatch(/^"Jukebox" <sip:\+14155550112@/);
	expect(header(invite, 'p-rc-api-ids')).toBe(
		`party-id=p-${call?.sessionId}-2;session-id=s-${call?.sessionId}`
	);
	alice.answer('INVITE', 200, invite.body);
	await scene.clock.advance(1000);
	expect(media.endpoint(0).hears).toBe(MUSIC);
	call?.hangUp();
	await scene.clock.advance(1000);
	expect(alice.take()).toContain('BYE');
	expect(scene.edge.legs.count).toBe(0);
});

test('a caller from outside who gets voicemail hangs up; nothing is left', async () => {
	scene.edge.call({ from: '+14155550123', to: '103' });
	await scene.clock.advance(60_000);
	expect(scene.edge.legs.count).toBe(0);
	scene.edge.closed('alice');
	expect(scene.clock.pending).toBe(0);
});

test('nobody outside can call what is no extension', () => {
	expect(scene.edge.call({ from: '+14155550123', to: '+14155550111' })).toBeUndefined();
	expect(scene.edge.call({ from: '+14155550123', to: '78654' })).toBeUndefined();
});
