import fc from 'fast-check';
import { expect, test } from 'vitest';
import { header, type SipMessage } from '../sip/message.ts';
import { ScenarioPlayer } from './scenario/scenario-player.ts';
import { builtInScenarios } from './scenario/built-in.ts';
import { arbitraryFrame, NUMBERS } from './testing/arbitrary-frame.ts';
import { CoreScene } from './testing/core-scene.ts';
import { RecordingMedia } from './testing/recording-media.ts';
import { OFFER, type ScriptedPhone } from './testing/scripted-phone.ts';

const NAMES = ['alice', 'bob', 'carol'] as const;
type Name = (typeof NAMES)[number];

/** Of an INFO or MESSAGE what is in it, of a REFER where to. */
interface Asked {
	body: string;
	target: string;
}

/** What somebody in the crowd does next. */
type Step = { wait: number } & (
	| { act: 'call'; who: Name; number: string }
	| { act: 'talk'; who: Name; to: Name }
	| { act: 'answer'; who: Name; status: number; body: string }
	| { act: 'obey'; who: Name }
	| ({ act: 'ask'; who: Name; about: 'its call' | 'a call to it'; method: string } & Asked)
	| { act: 'register'; who: Name; expires: number }
	| { act: 'leave'; who: Name }
	| { act: 'call in'; number: string }
	| { act: 'send'; who: Name | 'mallory'; frame: string }
);

const who = fc.constantFrom(...NAMES);
const wait = fc.constantFrom(0, 10, 300, 1000, 5000, 40_000);
const BODIES = [
	OFFER,
	OFFER.replace('sendrecv', 'sendonly'),
	'{"request":{"reqid":1,"command":"callpark"}}',
	'{"request":{"reqid":2,"command":"startcallrecord"}}',
	'{"request":{"reqid":3,"command":"callflip","target":"*11"}}',
	'<Msg><Hdr Cmd="10"/><Bdy Cln="1" Phn="103"/></Msg>',
	'<Msg><Hdr Cmd="12"/><Bdy Cln="1"/></Msg>',
	'<Msg><Hdr Cmd="14"/><Bdy Cln="1"/></Msg>',
	''
];
const asks = fc.record({
	act: fc.constant('ask' as const),
	who,
	about: fc.constantFrom('its call' as const, 'a call to it' as const),
	method: fc.constantFrom(
		'BYE',
		'INFO',
		'INFO',
		'INFO',
		'INVITE',
		'REFER',
		'MESSAGE',
		'MESSAGE',
		'ACK'
	),
	body: fc.constantFrom(...BODIES),
	target: fc.constantFrom(...NUMBERS),
	wait
});
const talks = fc.record({ act: fc.constant('talk' as const), who, to: who, wait });
const rest: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		act: fc.constant('call' as const),
		who,
		number: fc.constantFrom('101', ...NUMBERS),
		wait
	}),
	fc.record({ act: fc.constant('obey' as const), who, wait }),
	fc.record({
		act: fc.constant('answer' as const),
		who,
		status: fc.constantFrom(180, 200, 200, 486),
		body: fc.constantFrom(OFFER, OFFER, 'x'),
		wait
	}),
	fc.record({
		act: fc.constant('register' as const),
		who,
		expires: fc.constantFrom(0, 5, 60),
		wait
	}),
	fc.record({ act: fc.constant('leave' as const), who, wait }),
	fc.record({ act: fc.constant('call in' as const), number: fc.constantFrom('101', '700'), wait }),
	fc.record({
		act: fc.constant('send' as const),
		who: fc.constantFrom(...NAMES, 'mallory' as const),
		frame: arbitraryFrame,
		wait
	})
);
const steps = fc.array(
	fc.oneof(
		{ weight: 2, arbitrary: talks },
		{ weight: 5, arbitrary: asks },
		{ weight: 5, arbitrary: rest }
	),
	{ maxLength: 25, size: 'max' }
);

/** Phones of three extensions, and one that never proves who it is. */
class Crowd {
	readonly scene: CoreScene;
	readonly mallory: ScriptedPhone;
	#phones = new Map<Name, ScriptedPhone>();
	#comings = 0;
	#calls = 0;

	private constructor() {
		const settings = { ringFor: 3000, orphanFor: 2000, replyChoice: 2000, answerWithin: 2000 };
		this.scene = new CoreScene({ media: new RecordingMedia(), settings });
		this.mallory = this.scene.phone('mallory');
	}

	static async gathered(): Promise<Crowd> {
		const crowd = new Crowd();
		for (const name of NAMES) await crowd.#come(name);
		return crowd;
	}

	async do(step: Step): Promise<void> {
		const { scene } = this;
		if (step.act === 'call in') scene.edge.call({ from: '+14155550112', to: step.number });
		else if (step.act === 'send') this.#phone(step.who).send(step.frame);
		else await this.#doAs(this.#phone(step.who), step);
		await scene.clock.advance(step.wait);
	}

	/** Everybody leaves, and enough time passes for all that was under way. */
	async leave(): Promise<void> {
		for (const { id } of [...this.#phones.values(), this.mallory]) this.scene.edge.closed(id);
		await this.scene.clock.advance(300_000);
	}

	#phone(name: Name | 'mallory'): ScriptedPhone {
		return (name !== 'mallory' && this.#phones.get(name)) || this.mallory;
	}

	async #doAs(
		phone: ScriptedPhone,
		step: Exclude<Step, { act: 'call in' } | { act: 'send' }>
	): Promise<void> {
		if (step.act === 'call') await this.#call(phone, step.number);
		if (step.act === 'talk') await this.#talk(phone, step.to);
		if (step.act === 'register') await this.scene.register(phone, { expires: step.expires });
		if (step.act === 'answer' && lastInvite(phone)) phone.answer('INVITE', step.status, step.body);
		if (step.act === 'obey') obey(phone);
		if (step.act === 'ask') ask(phone, step);
		if (step.act === 'leave') {
			this.scene.edge.closed(phone.id);
			await this.#come(step.who);
		}
	}

	async #call(phone: ScriptedPhone, number: string): Promise<void> {
		phone.callId = `call ${++this.#calls}`;
		await this.scene.call(phone, number);
	}

	/** One calls the other, who answers. */
	async #talk(phone: ScriptedPhone, to: Name): Promise<void> {
		await this.#call(phone, String(101 + NAMES.indexOf(to)));
		const callee = this.#phone(to);
		if (!lastInvite(callee)) return;
		callee.answer('INVITE', 180);
		callee.answer('INVITE', 200, OFFER);
		await this.scene.clock.advance(1000);
	}

	async #come(name: Name): Promise<void> {
		const extension = String(101 + NAMES.indexOf(name));
		const phone = this.scene.phone(`${name} ${++this.#comings}`, extension);
		this.#phones.set(name, phone);
		await this.scene.register(phone, { instance: name });
	}
}

/** Answers 200 to the last request of each kind, as a phone does by itself. */
function obey(phone: ScriptedPhone): void {
	for (const method of ['MESSAGE', 'NOTIFY', 'INFO', 'BYE', 'CANCEL']) {
		const isAsked = phone.received.some(
			(message) => message.kind === 'request' && message.method === method
		);
		if (isAsked) phone.answer(method, 200);
	}
}

function ask(phone: ScriptedPhone, step: Extract<Step, { act: 'ask' }>): void {
	const invite = step.about === 'a call to it' ? lastInvite(phone) : undefined;
	const fields = {
		'Call-Id': (invite && header(invite, 'Call-Id')) ?? phone.callId,
		'Refer-To': `<sip:${step.target}@sip.ringcentral.com>`
	};
	phone.request(step.method, fields, step.body);
}

function lastInvite(phone: ScriptedPhone): SipMessage | undefined {
	return phone.received.findLast(
		(message) => message.kind === 'request' && message.method === 'INVITE'
	);
}

test('whatever a crowd does, nothing breaks, nothing leaks, and nothing is left behind', async () => {
	await fc.assert(
		fc.asyncProperty(steps, async (script) => {
			const crowd = await Crowd.gathered();
			for (const each of script) await crowd.do(each);
			const { scene, mallory } = crowd;
			expect(mallory.received.filter(({ kind, body }) => kind === 'request' || body)).toEqual([]);
			await crowd.leave();
			expect(scene.events.filter(({ kind }) => kind === 'fault')).toEqual([]);
			expect(Object.values(scene.edge.held)).toEqual(Array(6).fill(0));
			expect(scene.clock.pending).toBe(0);
		}),
		{ numRuns: 150 }
	);
}, 120_000);

test('nor does anything, whatever scenario plays', async () => {
	const scenario = fc.constantFrom(...Object.values(builtInScenarios));
	await fc.assert(
		fc.asyncProperty(scenario, steps, async (played, script) => {
			const crowd = await Crowd.gathered();
			const player = new ScenarioPlayer(crowd.scene.edge);
			const end = player.play(played);
			for (const each of script) await crowd.do(each);
			end();
			await crowd.leave();
			expect(crowd.scene.events.filter(({ kind }) => kind === 'fault')).toEqual([]);
			expect(Object.values(crowd.scene.edge.held)).toEqual(Array(6).fill(0));
			expect(crowd.scene.clock.pending).toBe(0);
		}),
		{ numRuns: 100 }
	);
}, 120_000);
