import { describe, expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { type RequestParts, Wire } from '../../../../tests/wire.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import { refusalOf } from './registration-attempt.ts';
import { registrationState } from './registration-state.ts';
import { slotsOf } from './slots.ts';

const BOB = '<sip:bob@192.0.2.4>';
const CHALLENGE = ['WWW-Authenticate', 'Digest realm="biloxi.example.com", nonce="1"'] as const;

/** A REGISTER of Bob's phone, in his one Call-ID. */
function register(cseq: number, contact: string, more: RequestParts['fields'] = []): RequestParts {
	const fields = contact === '' ? more : [['Contact', contact] as const, ...more];
	return { cseq, callId: 'bob@192.0.2.4', uri: 'sip:biloxi.example.com', fields };
}

function bound(...contacts: string[]) {
	return { fields: contacts.map((contact) => ['Contact', contact] as const) };
}

/** Names of the states of a wire's registrations, at seconds from now. */
function statesOf({ entries, now }: Wire, ...seconds: number[]) {
	return analysed(entries).registrations.map((registration) =>
		seconds.map((second) => registrationState(registration, now + second * SECOND).name)
	);
}

function attemptsOf({ entries }: Wire) {
	return analysed(entries).registrations.flatMap(({ attempts }) => attempts);
}

describe('of a phone that keeps its Call-ID', () => {
	test('refreshes are one registration; each time is the one that the registrar grants', () => {
		const wire = new Wire();
		wire.answer(wire.send('REGISTER', register(1, `${BOB};expires=600`)), 200, bound(BOB));
		wire.wait(60_000);
		const again = wire.send('REGISTER', register(2, BOB, [['Expires', '600']]));
		wire.answer(again, 200, bound(`${BOB};expires=300`));
		expect(attemptsOf(wire).map(({ kind, grantedSeconds }) => [kind, grantedSeconds])).toEqual([
			['register', 600],
			['refresh', 300]
		]);
		expect(statesOf(wire, 290, 299, 300)).toEqual([['registered', 'refresh overdue', 'expired']]);
	});

	test('however long it goes on, the latest is told as quickly as the first', () => {
		const wire = new Wire();
		for (let cseq = 1; cseq <= 12_000; cseq++) {
			const parts = { ...register(cseq, `${BOB};expires=60`), branch: `z9hG4bK-${cseq}` };
			wire.reply(wire.receive('REGISTER', parts), 200, bound(BOB));
		}
		expect(attemptsOf(wire).at(-1)?.kind).toBe('refresh');
	});

	test('too brief for the registrar: told the least, tried again with it', () => {
		const wire = new Wire();
		const first = wire.send('REGISTER', register(1, `${BOB};expires=60`));
		wire.answer(first, 423, { fields: [['Min-Expires', '3600']] });
		expect(attemptsOf(wire).map(refusalOf)).toEqual(['interval too brief']);
		expect(statesOf(wire, 0)).toEqual([['refused']]);
		const second = wire.send('REGISTER', register(2, `${BOB};expires=3600`));
		wire.answer(second, 200, bound(`${BOB};expires=3600`));
		expect(
			attemptsOf(wire).map(({ kind, status, minSeconds }) => [kind, status, minSeconds])
		).toEqual([
			['register', 423, 3600],
			['register', 200, undefined]
		]);
		expect(statesOf(wire, 0)).toEqual([['registered']]);
	});

	test('asking what is bound changes nothing, and tells of other devices', () => {
		const wire = new Wire();
		wire.answer(wire.send('REGISTER', register(1, `${BOB};expires=60`)), 200, bound(BOB));
		const desk = '<sip:bob@192.0.2.9>';
		wire.answer(wire.send('REGISTER', register(2, '')), 200, bound(BOB, `${desk};expires=30`));
		expect(attemptsOf(wire).map(({ kind }) => kind)).toEqual(['register', 'fetch']);
		expect(statesOf(wire, 0, 60)).toEqual([['registered', 'expired']]);
		const { registrations } = analysed(wire.entries);
		const address = registrations[0]?.addressOfRecord ?? '';
		expect(slotsOf(registrations, address, wire.now).taken.map(({ contact }) => contact)).toEqual([
			'sip:bob@192.0.2.4',
			'sip:bob@192.0.2.9'
		]);
	});

	test('a phone that only asks is not registered', () => {
		const wire = new Wire();
		wire.answer(wire.send('REGISTER', register(1, '')), 200, bound(BOB));
		expect(statesOf(wire, 0)).toEqual([['unregistered']]);
	});

	test('several contacts at once: the first one counts, all are listed', () => {
		const wire = new Wire();
		const both = [`${BOB};expires=60`, '<mailto:bob@biloxi.example.com>;expires=90'];
		const request = register(1, both.join(', '));
		wire.answer(wire.send('REGISTER', request), 200, bound(...both));
		const [attempt] = attemptsOf(wire);
		expect(attempt?.contacts).toHaveLength(2);
		expect(attempt).toMatchObject({
			contact: 'sip:bob@192.0.2.4',
			grantedSeconds: 60,
			bindings: [{ expiresSeconds: 60 }, { expiresSeconds: 90 }]
		});
	});
});

test('Contact: * ends the bindings of all instances of the address, once it is answered', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101', { id: 'alice', instance: 'a' }).start();
	const desk = trace.phone('Alice', '101', { id: 'desk', instance: 'b' }).start();
	const names = () =>
		analysed(trace.entries).registrations.map((one) => registrationState(one, trace.now).name);
	expect(names()).toEqual(['registered', 'registered']);
	const all = desk.request('REGISTER', 'sip:sip.example.com', [
		['From', `<${desk.address}>;tag=all`],
		['To', `<${desk.address}>`],
		['Call-Id', 'all'],
		['Contact', '*'],
		['Expires', '0']
	]);
	expect(names()).toEqual(['registered', 'registered']);
	desk.answer(all, 200);
	expect(names()).toEqual(['unregistered', 'unregistered']);
	alice.register();
	expect(names()).toEqual(['registered', 'unregistered']);
});

describe('refused, and why', () => {
	test.each([
		['wrong credentials', 401, 'Unauthorized'],
		['slots taken', 603, 'Too Many Contacts'],
		['superseded', 403, 'Forbidden, instance id is intercepted by another registration'],
		['other', 403, 'Forbidden'],
		['other', 503, 'Service Unavailable']
	] as const)('%s: %d %s', (refusal, status, reason) => {
		const trace = new ScriptedTrace();
		trace.phone('Alice', '101').online().register({ status, reason });
		expect(analysed(trace.entries).registrations[0]?.attempts.map(refusalOf)).toEqual([refusal]);
	});

	test('a stale nonce is not the password’s fault: another round belongs to the attempt', () => {
		const wire = new Wire();
		const credentials = (nonce: string) =>
			[['Authorization', `Digest username="bob", nonce="${nonce}"`]] as const;
		const challenge = (nonce: string, more = '') => ({
			fields: [['WWW-Authenticate', `Digest realm="a", nonce="${nonce}"${more}`] as const]
		});
		wire.answer(wire.send('REGISTER', register(1, BOB)), 401, challenge('1'));
		const second = wire.send('REGISTER', register(2, BOB, credentials('1')));
		wire.answer(second, 401, challenge('2', ', stale=true'));
		expect(attemptsOf(wire).map(refusalOf)).toEqual([undefined]);
		expect(statesOf(wire, 1)).toEqual([['registering']]);
		const third = wire.send('REGISTER', register(3, BOB, credentials('2')));
		wire.answer(third, 200, bound(BOB));
		expect(attemptsOf(wire)).toMatchObject([{ status: 200, messages: { length: 6 } }]);
	});

	test('who never answers a challenge has given up', () => {
		const wire = new Wire();
		wire.answer(wire.send('REGISTER', register(1, BOB)), 401, { fields: [CHALLENGE] });
		expect(statesOf(wire, 31, 32)).toEqual([['registering', 'refused']]);
		const [registration] = analysed(wire.entries).registrations;
		const state = registration && registrationState(registration, wire.now + 32 * SECOND);
		expect(state).toMatchObject({ refusal: 'challenge unanswered' });
		expect(state).not.toHaveProperty('status');
	});
});

test('without any answer it waits, and then knows that none will come', () => {
	const wire = new Wire();
	wire.send('REGISTER', register(1, BOB));
	expect(statesOf(wire, 31, 32)).toEqual([['registering', 'unanswered']]);
});

test('a refresh that nobody answers is overdue, until the binding expires', () => {
	const wire = new Wire();
	wire.answer(wire.send('REGISTER', register(1, `${BOB};expires=60`)), 200, bound(BOB));
	wire.wait(20_000).send('REGISTER', register(2, `${BOB};expires=60`));
	const at: Instant[] = [0, 31, 33, 40];
	expect(statesOf(wire, ...at)).toEqual([
		['refreshing', 'refreshing', 'refresh overdue', 'expired']
	]);
});
