import { beforeEach, describe, expect, test } from 'vitest';
import { header } from '../../sip/message.ts';
import { CoreScene } from '../testing/core-scene.ts';
import { OFFER, type ScriptedPhone } from '../testing/scripted-phone.ts';
import type { Rule } from './scenario.ts';
import { ScenarioPlayer } from './scenario-player.ts';

let scene: CoreScene;
let player: ScenarioPlayer;
let phone: ScriptedPhone;

beforeEach(() => {
	scene = new CoreScene({ settings: { pace: { from: 10, to: 10 } } });
	player = new ScenarioPlayer(scene.edge);
	phone = scene.phone('a');
});

function play(...rules: Rule[]): () => void {
	return player.play({ title: 'A test', rules });
}

async function afterRegister(): Promise<string[]> {
	phone.register();
	await scene.clock.advance(1000);
	return phone.take();
}

const CHALLENGED = ['SIP/2.0 100 Trying', 'SIP/2.0 401 Unauthorized'];
const REGISTER = { from: 'phone', method: 'REGISTER' } as const;
const CHALLENGE = { from: 'edge', method: 'REGISTER', status: 401 } as const;

describe('a message of a phone', () => {
	test('is dropped, and the edge never sees it', async () => {
		play({ when: REGISTER, do: [{ drop: true }] });
		expect(await afterRegister()).toEqual([]);
	});

	test('is answered, as often and as late as the steps say', async () => {
		play({
			when: REGISTER,
			do: [
				{ answer: { status: 100 } },
				{ answer: { status: 503, headers: { 'Retry-After': '5' }, body: 'later' }, after: 300 }
			]
		});
		phone.register();
		expect(phone.received).toHaveLength(1);
		await scene.clock.advance(299);
		expect(phone.received).toHaveLength(1);
		await scene.clock.advance(1);
		expect(header(phone.received[1]!, 'Retry-After')).toBe('5');
		expect(header(phone.received[1]!, 'To')).toMatch(/;tag=\w{6}$/);
		expect(phone.received[1]?.body).toBe('later');
		expect(phone.take()).toEqual(['SIP/2.0 100 Trying', 'SIP/2.0 503 Service Unavailable']);
	});

	test('reaches the edge late', async () => {
		play({ when: REGISTER, do: [{ delay: 500 }] });
		phone.register();
		await scene.clock.advance(500);
		expect(phone.take()).toEqual([]);
		await scene.clock.advance(100);
		expect(phone.take()).toEqual(CHALLENGED);
	});

	test('that comes late to an edge that has lost the phone is not read', async () => {
		play({ when: REGISTER, do: [{ delay: 500 }] });
		phone.register();
		scene.edge.closed('a');
		await scene.clock.advance(1000);
		expect(phone.take()).toEqual([]);
		expect(scene.events).toEqual([]);
	});
});

describe('a message of the edge', () => {
	test('is dropped', async () => {
		play({ when: CHALLENGE, do: [{ drop: true }] });
		expect(await afterRegister()).toEqual(['SIP/2.0 100 Trying']);
	});

	test('is delayed', async () => {
		play({ when: CHALLENGE, do: [{ delay: 2000 }] });
		expect(await afterRegister()).toEqual(['SIP/2.0 100 Trying']);
		await scene.clock.advance(1100);
		expect(phone.take()).toEqual(['SIP/2.0 401 Unauthorized']);
	});

	test('is repeated', async () => {
		play({ when: CHALLENGE, do: [{ repeat: 2 }] });
		expect(await afterRegister()).toEqual([CHALLENGED[0], ...Array(3).fill(CHALLENGED[1])]);
	});

	test('changes places with the next one', async () => {
		play({ when: { from: 'edge', method: 'REGISTER', status: 100 }, do: [{ swap: true }] });
		expect(await afterRegister()).toEqual([...CHALLENGED].reverse());
	});

	test('without a next one leaves after a while', async () => {
		play({ when: CHALLENGE, do: [{ swap: true }] });
		expect(await afterRegister()).toEqual(['SIP/2.0 100 Trying']);
		await scene.clock.advance(100);
		expect(phone.take()).toEqual(['SIP/2.0 401 Unauthorized']);
	});

	test('is changed, part by part', async () => {
		play({
			when: CHALLENGE,
			do: [
				{ change: { status: 407, rename: { 'Call-Id': 'Call-ID' }, remove: ['cseq'] } },
				{ change: { set: { From: '<sip:x@example.com>', 'X-New': 'yes' } } },
				{ change: { replace: { header: 'Www-Authenticate', text: ', nonce', by: ',nonce' } } }
			]
		});
		phone.register();
		await scene.clock.advance(1000);
		const [, changed] = phone.received;
		expect(changed?.text.replace(/nonce="\w+"/, 'nonce="…"').replace(/tag=\w+/, 'tag=…')).toBe(
			[
				'SIP/2.0 407 Proxy Authentication Required',
				'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK-a-1',
				'From: <sip:x@example.com>',
				'To: <sip:16505550100*101@sip.ringcentral.com>;tag=…',
				'Call-ID: call-of-a',
				'Www-Authenticate: Digest realm="sip.ringcentral.com",nonce="…"',
				'Content-Length: 0',
				'X-New: yes',
				'',
				''
			].join('\r\n')
		);
	});

	test('gets another body, with its length', async () => {
		play({ when: CHALLENGE, do: [{ change: { body: 'Grüezi' } }] });
		phone.register();
		await scene.clock.advance(1000);
		expect(header(phone.received[1]!, 'Content-Length')).toBe('7');
	});

	test('is another text altogether', async () => {
		play({ when: CHALLENGE, do: [{ change: { text: 'lorem ipsum' } }] });
		expect(await afterRegister()).toEqual(['SIP/2.0 100 Trying', 'lorem ipsum']);
	});
});

describe('beyond messages', () => {
	const REGISTERED = {
		from: 'edge',
		method: 'REGISTER',
		status: 200
	} as const;

	test('a socket is closed, after the message that set it off', async () => {
		play({ when: REGISTERED, do: [{ disconnect: 1011, reason: 'broken' }] });
		await scene.register(phone);
		expect(phone.take().at(-1)).toBe('SIP/2.0 200 OK');
		expect(scene.edge.connection('a')).toBeUndefined();
	});

	test('a socket goes silent, both ways', async () => {
		play({ when: REGISTERED, do: [{ silence: true, after: 5000 }] });
		await scene.register(phone);
		await scene.clock.advance(5000);
		phone.take();
		scene.edge.call({ from: '+14155550111', to: '101' });
		phone.register();
		await scene.clock.advance(1000);
		expect(phone.take()).toEqual([]);
	});

	test('the edge restarts', async () => {
		play({ when: REGISTERED, do: [{ restart: true }] });
		await scene.register(phone);
		expect(scene.edge.registrar.all()).toEqual([]);
	});

	test('somebody calls', async () => {
		play({ when: REGISTERED, do: [{ call: { from: '+14155550111', to: '101' }, after: 100 }] });
		await scene.register(phone);
		expect(phone.take().at(-1)).toBe('INVITE');
	});

	test('a phone is sent what no edge would; its answer is no news', async () => {
		play({
			when: REGISTERED,
			do: [{ send: { method: 'NOTIFY', headers: { Event: 'check-sync' }, body: 'x' } }]
		});
		await scene.register(phone);
		const notify = phone.last('NOTIFY');
		expect(header(notify, 'Event')).toBe('check-sync');
		expect(header(notify, 'To')).toBe('<sip:16505550100*101@sip.ringcentral.com>');
		phone.answer('NOTIFY', 200);
		await scene.clock.advance(1000);
		expect(scene.events).toEqual([]);
	});

	test('also in the dialog and with the number of what set it off', async () => {
		const alice = await scene.registered('alice', '101');
		const bob = await scene.registered('bob', '102');
		play({
			when: { from: 'phone', method: 'INVITE', status: 200 },
			do: [{ send: { method: 'INFO', dialog: 'same', cseq: 'same' } }]
		});
		await scene.call(alice, '102');
		bob.answer('INVITE', 200, OFFER);
		await scene.clock.advance(1000);
		const [info, invite] = [bob.last('INFO'), bob.last('INVITE')];
		for (const name of ['From', 'Call-ID']) expect(header(info, name)).toBe(header(invite, name));
		expect(header(info, 'To')).toBe(`${header(invite, 'To')};tag=bob`);
		expect(header(info, 'CSeq')).toBe(header(invite, 'CSeq')?.replace('INVITE', 'INFO'));
	});

	test('new sockets are refused for a while, at one proxy or both', async () => {
		const end = play({
			when: { event: 'start' },
			do: [{ refuse: { status: 503, proxy: 'primary', for: 5000 } }]
		});
		expect([player.refusal('primary'), player.refusal('backup')]).toEqual([503, undefined]);
		await scene.clock.advance(5000);
		expect(player.refusal('primary')).toBeUndefined();
		end();
		const open = play({ when: { event: 'start' }, do: [{ refuse: { status: 500 } }] });
		expect(player.refusal('backup')).toBe(500);
		open();
		expect(player.refusal('backup')).toBeUndefined();
	});

	test('each phone that connects can be the cause', async () => {
		play({ when: { event: 'connected' }, do: [{ disconnect: 1006, after: 100 }] });
		scene.phone('b');
		await scene.clock.advance(100);
		expect(scene.edge.connection('b')).toBeUndefined();
		expect(scene.edge.connection('a')).toBeDefined();
	});
});

describe('a scenario', () => {
	test('changes settings while it plays', async () => {
		const end = player.play({ title: 'Short', settings: { expiresSeconds: 7 } });
		await scene.register(phone);
		expect(header(phone.received.at(-1)!, 'Contact')).toContain(';expires=7');
		end();
		await scene.register(phone);
		expect(header(phone.received.at(-1)!, 'Contact')).toContain(';expires=60');
	});

	test('that ends does nothing more, and leaves nothing behind', async () => {
		const end = play({
			when: { ...CHALLENGE, nth: { from: 1 } },
			do: [{ disconnect: 1000, after: 5000 }]
		});
		await afterRegister();
		expect(player.playing).toHaveLength(1);
		end();
		expect(player.playing).toEqual([]);
		expect(scene.clock.pending).toBe(0);
		await scene.clock.advance(5000);
		expect(scene.edge.connection('a')).toBeDefined();
	});

	test('plays beside others, and leaves what is no SIP alone', async () => {
		play({ when: CHALLENGE, do: [{ change: { set: { 'X-One': '1' } } }] });
		play({ when: CHALLENGE, do: [{ change: { set: { 'X-Two': '2' } } }] });
		phone.register();
		await scene.clock.advance(1000);
		expect(phone.received[1]?.text).toMatch(/X-One: 1\r\nX-Two: 2/);
		phone.send('lorem ipsum');
		expect(scene.events).toMatchObject([{ kind: 'ignored', reason: 'not SIP' }]);
	});
});
