import { expect, test } from 'vitest';
import { CoreScene } from '../../testing/core-scene.ts';
import { header } from '../../../sip/message.ts';
import { DOMAIN } from '../../testing/scripted-phone.ts';
import { digestResponse } from '../../../sip/digest/digest.ts';

const CHALLENGED = ['SIP/2.0 100 Trying', 'SIP/2.0 401 Unauthorized'];
const BOUND = ['SIP/2.0 100 Trying', 'SIP/2.0 200 OK'];

test('a REGISTER is challenged, then bound for as long as it asks, 60 s at most', async () => {
	const scene = new CoreScene();
	for (const [asked, granted] of [
		[20, 20],
		[60, 60],
		[3600, 60]
	]) {
		const phone = scene.phone(`asks-${asked}`);
		phone.register({ expires: asked });
		await scene.clock.advance(1000);
		phone.register({ expires: asked });
		await scene.clock.advance(1000);
		const contact = header(phone.received.at(-1)!, 'Contact');
		expect(contact).toBe(
			`<sip:page@page.invalid;transport=wss>;expires=${granted};+sip.instance="<urn:uuid:asks-${asked}>"`
		);
		expect(phone.take()).toEqual([...CHALLENGED, ...BOUND]);
	}
});

test('frames leave 50 to 100 ms after one another', async () => {
	const scene = new CoreScene();
	const phone = scene.phone('a');
	phone.register();
	await scene.clock.advance(49);
	expect(phone.received).toHaveLength(0);
	await scene.clock.advance(51);
	expect(phone.received).toHaveLength(1);
	await scene.clock.advance(100);
	expect(phone.take()).toEqual(CHALLENGED);
});

test('the SDK finds the nonce after a comma and a space', async () => {
	const scene = new CoreScene();
	const phone = scene.phone('a');
	phone.register();
	await scene.clock.advance(1000);
	expect(header(phone.received[1]!, 'Www-Authenticate')).toMatch(
		/^Digest realm="sip\.ringcentral\.com", nonce="[A-Za-z0-9]{32}"$/
	);
});

test('a binding that is not refreshed lapses; a refresh keeps it', async () => {
	const scene = new CoreScene();
	const phone = await scene.registered('a');
	await scene.clock.advance(50_000);
	await scene.register(phone);
	await scene.clock.advance(50_000);
	expect(scene.edge.registrar.live(phone.account)).toMatchObject([{ callId: phone.callId }]);
	await scene.clock.advance(10_000);
	expect(scene.edge.registrar.live(phone.account)).toEqual([]);
	expect(scene.clock.pending).toBe(0);
});

test('a lost socket holds its slot until the binding lapses', async () => {
	const scene = new CoreScene();
	const phone = await scene.registered('a');
	scene.edge.closed('a');
	expect(scene.edge.registrar.live(phone.account)).toMatchObject([{ state: 'unreachable' }]);
	await scene.clock.advance(60_000);
	expect(scene.edge.registrar.all()).toEqual([]);
});

test('a superseded phone is refused until the newer one is gone', async () => {
	const scene = new CoreScene();
	const older = scene.phone('older');
	const newer = scene.phone('newer');
	await scene.register(older, { instance: 'same' });
	await scene.register(newer, { instance: 'same' });
	older.take();
	await scene.register(older, { instance: 'same' });
	expect(older.take().at(-1)).toBe(
		'SIP/2.0 403 Forbidden, instance id is intercepted by another registration'
	);
	await scene.register(newer, { instance: 'same', expires: 0 });
	await scene.register(older, { instance: 'same' });
	expect(older.take().at(-1)).toBe('SIP/2.0 200 OK');
});

test('a phone that is gone does not bring back the one that it superseded', async () => {
	const scene = new CoreScene();
	const phones = ['oldest', 'gone', 'newest'].map((id) => scene.phone(id));
	for (const phone of phones) await scene.register(phone, { instance: 'same' });
	scene.edge.closed('gone');
	const [oldest, , newest] = phones;
	await scene.register(newest!, { instance: 'same' });
	await scene.register(oldest!, { instance: 'same' });
	expect(oldest?.take().at(-1)).toMatch(/^SIP\/2\.0 403 /);
});

test('where the edge accepts superseded phones, each takes the binding back in turn', async () => {
	const scene = new CoreScene({ settings: { superseded: 'accept' } });
	const older = scene.phone('older');
	const newer = scene.phone('newer');
	for (const phone of [older, newer, older, newer, older]) {
		await scene.register(phone, { instance: 'same' });
		expect(phone.take().at(-1)).toBe('SIP/2.0 200 OK');
		const [reachable, ...others] = scene.edge.registrar.reachable(older.account);
		expect([reachable?.connection, others]).toEqual([phone.id, []]);
	}
	expect(scene.edge.registrar.live(older.account)).toHaveLength(1);
});

test('the registrar’s clock can run fast: a binding lapses before its time', async () => {
	const scene = new CoreScene({ settings: { clockRate: 4 } });
	const phone = await scene.registered('a');
	await scene.clock.advance(13_000);
	expect(scene.edge.registrar.live(phone.account)).toHaveLength(1);
	await scene.clock.advance(2000);
	expect(scene.edge.registrar.live(phone.account)).toEqual([]);
});

test('an edge that restarts forgets bindings and calls, and closes what is open', async () => {
	const scene = new CoreScene();
	const alice = await scene.registered('alice', '101');
	const bob = await scene.registered('bob', '102');
	await scene.call(alice, '102');
	bob.take();
	scene.edge.restart();
	await scene.clock.advance(1000);
	expect(scene.edge.registrar.all()).toEqual([]);
	expect(scene.edge.legs.count).toBe(0);
	expect(scene.edge.connection('alice')).toBeUndefined();
	expect(bob.take()).toEqual([]);
	expect(scene.clock.pending).toBe(0);
});

test('the sixth instance is refused; an instance that comes back is not a sixth', async () => {
	const scene = new CoreScene();
	for (const id of ['1', '2', '3', '4', '5']) await scene.registered(id);
	const sixth = scene.phone('6');
	await scene.register(sixth);
	expect(sixth.take().at(-1)).toBe('SIP/2.0 603 Too Many Contacts');
	const again = scene.phone('again');
	await scene.register(again, { instance: '5' });
	expect(again.take().at(-1)).toBe('SIP/2.0 200 OK');
});

test('a nonce serves once, and only on the connection it was given to', async () => {
	const scene = new CoreScene();
	const phone = await scene.registered('a');
	const thief = scene.phone('thief');
	thief.received.push(...phone.received);
	phone.register();
	await scene.clock.advance(1000);
	const challenge = phone.received.at(-1)!;
	thief.received.push(challenge);
	thief.register();
	await scene.clock.advance(1000);
	expect(thief.take().at(-1)).toBe('SIP/2.0 401 Unauthorized');
	phone.register();
	await scene.clock.advance(1000);
	phone.received.length = 0;
	phone.received.push(challenge);
	phone.register();
	await scene.clock.advance(1000);
	expect(phone.take().at(-1)).toBe('SIP/2.0 401 Unauthorized');
});

test('a nonce that is used or old is stale, but only to who knows the password', async () => {
	const scene = new CoreScene({ settings: { nonceLifetime: 5000 } });
	const phone = scene.phone('a');
	phone.register();
	await scene.clock.advance(6000);
	phone.register();
	await scene.clock.advance(1000);
	const stale = header(phone.received.at(-1)!, 'Www-Authenticate');
	expect(stale).toMatch(/, nonce="\w{32}", stale=true$/);
	phone.register();
	await scene.clock.advance(1000);
	expect(phone.received.at(-1)).toMatchObject({ status: 200 });
	const guesser = scene.phone('guesser');
	guesser.register({
		Authorization: `Digest username="${phone.account.authorizationId}", realm="${DOMAIN}", nonce="old", uri="x", response="0"`
	});
	await scene.clock.advance(1000);
	expect(header(guesser.received.at(-1)!, 'Www-Authenticate')).not.toContain('stale');
});

test('nobody registers for somebody else', async () => {
	const scene = new CoreScene();
	const phone = scene.phone('a');
	const to = `<sip:16505550100*102@${DOMAIN}>`;
	phone.register({ To: to });
	await scene.clock.advance(1000);
	phone.register({ To: to });
	await scene.clock.advance(1000);
	expect(phone.take().at(-1)).toBe('SIP/2.0 403 Forbidden');
	expect(scene.edge.registrar.all()).toEqual([]);
});

test('standard qop is understood too', async () => {
	const scene = new CoreScene();
	const phone = scene.phone('a');
	phone.register();
	await scene.clock.advance(1000);
	const nonce = /nonce="([^"]+)"/.exec(phone.received[1]!.text)?.[1] ?? '';
	const { authorizationId: username, password } = phone.account;
	const qop = { qop: 'auth', nc: '00000001', cnonce: 'f00d' };
	const given = { username, realm: DOMAIN, nonce, uri: `sip:${DOMAIN}` };
	const response = digestResponse({ ...given, ...qop, password, method: 'REGISTER' });
	const quoted = Object.entries({ ...given, cnonce: qop.cnonce, response });
	phone.register({
		Authorization: `Digest ${quoted.map(([name, value]) => `${name}="${value}"`).join(', ')}, qop=auth, nc=00000001`
	});
	await scene.clock.advance(1000);
	expect(phone.take().at(-1)).toBe('SIP/2.0 200 OK');
});

test('a star unregisters all; a domain of others is not found; a contact is needed', async () => {
	const scene = new CoreScene();
	const phone = await scene.registered('a');
	await scene.register(phone, { Contact: '*' });
	expect(phone.take().at(-1)).toBe('SIP/2.0 400 Bad Request');
	await scene.register(phone, { Contact: '*', Expires: '0' });
	expect(phone.take().at(-1)).toBe('SIP/2.0 200 OK');
	expect(scene.edge.registrar.all()).toEqual([]);
	phone.register({ 'Request-URI': 'sip:example.com' });
	await scene.clock.advance(1000);
	expect(phone.take().at(-1)).toBe('SIP/2.0 404 Not Found');
	await scene.register(phone, { Contact: '' });
	expect(phone.take().at(-1)).toBe('SIP/2.0 400 Missing Contact');
});
