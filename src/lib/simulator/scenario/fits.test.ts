import { beforeEach, describe, expect, test } from 'vitest';
import { CoreScene } from '../testing/core-scene.ts';
import type { ScriptedPhone } from '../testing/scripted-phone.ts';
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

function play(...rules: Rule[]): void {
	player.play({ title: 'A test', rules });
}

async function afterRegister(): Promise<string[]> {
	phone.register();
	await scene.clock.advance(1000);
	return phone.take();
}

const CHALLENGED = ['SIP/2.0 100 Trying', 'SIP/2.0 401 Unauthorized'];
const REGISTER = { from: 'phone', method: 'REGISTER' } as const;

describe('which message is meant', () => {
	const SECOND = { when: { ...REGISTER, nth: 2 }, do: [{ drop: true as const }] };

	test('the second of an extension, on whatever connection', async () => {
		play(SECOND);
		expect(await afterRegister()).toEqual(CHALLENGED);
		phone = scene.phone('b');
		expect(await afterRegister()).toEqual([]);
		phone = scene.phone('c', '102');
		expect(await afterRegister()).toEqual(CHALLENGED);
	});

	test('the second of a connection', async () => {
		play({ ...SECOND, when: { ...SECOND.when, per: 'connection' } });
		expect(await afterRegister()).toEqual(CHALLENGED);
		phone = scene.phone('b');
		expect(await afterRegister()).toEqual(CHALLENGED);
		expect(await afterRegister()).toEqual([]);
	});

	test('the second of all', async () => {
		play({ ...SECOND, when: { ...SECOND.when, per: 'edge' } });
		expect(await afterRegister()).toEqual(CHALLENGED);
		phone = scene.phone('c', '102');
		expect(await afterRegister()).toEqual([]);
	});

	test('some of a list, or a range', async () => {
		play(
			{ when: { ...REGISTER, nth: [1, 3] }, do: [{ answer: { status: 500 } }] },
			{ when: { ...REGISTER, nth: { from: 4, to: 5 } }, do: [{ drop: true }] }
		);
		const first: (string | undefined)[] = [];
		for (let count = 0; count < 6; count++) first.push((await afterRegister())[0]);
		const [failed, trying] = ['SIP/2.0 500 Server Internal Error', 'SIP/2.0 100 Trying'];
		expect(first).toEqual([failed, trying, failed, undefined, undefined, trying]);
	});

	test('by class of status, extension, number, credentials and dialog', async () => {
		const alice = await scene.registered('alice', '101');
		const bob = await scene.registered('bob', '102');
		play(
			{
				when: { from: 'phone', method: 'INVITE', number: '102', credentials: true, dialog: false },
				do: [{ answer: { status: 480 } }]
			},
			{
				when: { from: 'edge', method: 'INVITE', status: '4xx', extension: '102' },
				do: [{ change: { reason: 'Seen' } }]
			}
		);
		for (const [caller, number] of [
			[alice, '102'],
			[bob, '78654']
		] as const) {
			caller.call(number);
			await scene.clock.advance(1000);
			caller.call(number);
			await scene.clock.advance(1000);
		}
		expect(alice.take()).toEqual([
			'SIP/2.0 100 Trying',
			'SIP/2.0 407 Proxy Authentication Required',
			'SIP/2.0 480 Temporarily Unavailable'
		]);
		expect(bob.take().filter((line) => line.startsWith('SIP/2.0 4'))).toEqual([
			'SIP/2.0 407 Seen',
			'SIP/2.0 486 Seen'
		]);
	});

	test('of one phone among those of an extension', async () => {
		play({ when: { ...REGISTER, instance: 'b', credentials: true }, do: [{ drop: true }] });
		for (const id of ['a', 'b']) {
			phone = scene.phone(id);
			await scene.register(phone);
		}
		expect(scene.edge.registrar.all().map(({ instance }) => instance)).toEqual(['a']);
		play({ when: { from: 'phone', method: 'BYE', instance: 'a' }, do: [{ drop: true }] });
		const [first, second] = [await scene.registered('a'), await scene.registered('c')];
		for (const each of [first, second]) each.request('BYE');
		await scene.clock.advance(1000);
		expect([first.take().length, second.take().length]).toEqual([0, 1]);
	});

	test('by command', async () => {
		const alice = await scene.registered('alice', '101');
		await scene.call(alice, '*11');
		play({ when: { from: 'phone', method: 'INFO', command: 'callflip' }, do: [{ drop: true }] });
		for (const command of ['callflip', 'startcallrecord']) {
			alice.take();
			alice.request('INFO', {}, JSON.stringify({ request: { reqid: 1, command } }));
			await scene.clock.advance(1000);
			expect(alice.take().length > 0).toBe(command === 'startcallrecord');
		}
	});
});
