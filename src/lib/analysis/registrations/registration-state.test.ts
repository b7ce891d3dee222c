import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import { registrationState } from './registration-state.ts';

/** States of a scenario's registrations at seconds after its beginning. */
function statesOf(trace: ScriptedTrace, ...seconds: number[]) {
	const { registrations } = analysed(trace.entries);
	return registrations.map((registration) =>
		seconds.map((second) => registrationState(registration, at(trace, second)).name)
	);
}

function at({ entries }: ScriptedTrace, seconds: number): Instant {
	return (entries[0]?.at ?? 0) + Math.round(seconds * SECOND);
}

test('registered, refresh overdue, expired: as time goes by, without any entry', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101').start();
	expect(statesOf(trace, 0.03, 1, 56, 58.1, 59, 60.1, 3600)).toEqual([
		[
			'registering',
			'registered',
			'registered',
			'refresh overdue',
			'refresh overdue',
			'expired',
			'expired'
		]
	]);
});

test('refreshed, and at last unregistered', () => {
	const trace = scenarios['register and refresh']();
	expect(statesOf(trace, -1, 57, 57.05, 58, 67.08, 67.2, 600)).toEqual([
		[
			'unregistered',
			'registered',
			'refreshing',
			'registered',
			'registered',
			'unregistered',
			'unregistered'
		]
	]);
	const [registration] = analysed(trace.entries).registrations;
	expect(registration?.attempts.map(({ kind, challenged }) => [kind, challenged])).toEqual([
		['register', true],
		['refresh', true],
		['unregister', true]
	]);
});

test('tells until when, what was asked and granted, and the proof', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101').online().register({ granted: 47 });
	const { registrations, messages } = analysed(trace.entries);
	const answeredAt = messages.at(-1)?.entry.at ?? 0;
	const [registration] = registrations;
	expect(registration && registrationState(registration, answeredAt)).toEqual({
		name: 'registered',
		since: answeredAt,
		expiresAt: answeredAt + 47 * SECOND,
		refreshDueAt: answeredAt + 44 * SECOND,
		askedSeconds: 60,
		grantedSeconds: 47,
		contact: 'sip:page7f@page7f.invalid;transport=wss',
		status: 200,
		reason: 'OK',
		evidence: messages.map(({ entry }) => entry.seq)
	});
});

test('the own binding is found among others in any order, though all share one Contact URI', () => {
	const trace = new ScriptedTrace();
	const others = [
		'<sip:page7f@page7f.invalid;transport=wss>;expires=12;+sip.instance="<urn:uuid:other>"'
	];
	trace.phone('Alice', '101').online().register({ granted: 60, others });
	expect(analysed(trace.entries).registrations[0]?.attempts[0]).toMatchObject({
		grantedSeconds: 60,
		bindings: [{ instance: 'other', expiresSeconds: 12 }, { expiresSeconds: 60 }]
	});
});

test('refused: a sixth instance, a wrong password', () => {
	for (const [name, status] of [
		['sixth instance refused', 603],
		['wrong password', 401]
	] as const) {
		const trace = scenarios[name]();
		const [registration] = analysed(trace.entries).registrations;
		expect(registration && registrationState(registration, at(trace, 1))).toMatchObject({
			name: 'refused',
			status,
			expiresAt: undefined
		});
	}
});

test('a refused refresh leaves the binding until it expires', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').start();
	trace.wait(57_000);
	alice.register({ status: 503 });
	const [registration] = analysed(trace.entries).registrations;
	const state = registration && registrationState(registration, trace.now);
	expect(state).toMatchObject({ name: 'refused', status: 503 });
	expect(state?.expiresAt).toBeGreaterThan(trace.now);
});

test('a lost socket: the binding counts on until it expires; back on a new one', () => {
	const trace = scenarios['socket lost and back']();
	expect(statesOf(trace, 12, 12.1, 16.065, 17)).toEqual([
		['registered', 'socket lost', 'registering', 'registered']
	]);
	const until = trace.entries.findIndex((entry) => entry.kind === 'socket' && entry.seq > 9);
	const lost = new ScriptedTrace();
	lost.entries.push(...trace.entries.slice(0, until));
	expect(statesOf(lost, 30, 59, 61)).toEqual([['socket lost', 'socket lost', 'expired']]);
});

test('superseded: by another phone’s registration, and by what the registrar says', () => {
	const trace = scenarios['superseded by another tab']();
	expect(statesOf(trace, 19, 21, 57.5)).toEqual([
		['registered', 'superseded', 'superseded'],
		['unregistered', 'registered', 'registered']
	]);
	const [first, second] = analysed(trace.entries).registrations;
	const winning = second?.attempts[0]?.messages.map(({ entry }) => entry.seq) ?? [];
	const state = first && registrationState(first, at(trace, 21));
	expect(state?.evidence).toEqual(expect.arrayContaining(winning));
});

test('the phone that registers last has the instance', () => {
	const trace = new ScriptedTrace();
	const first = trace.phone('Alice', '101', { id: 'tab-1' }).start();
	trace.phone('Alice', '101', { id: 'tab-2' }).start();
	first.register();
	expect(statesOf(trace, 1)).toEqual([['registered'], ['superseded']]);
});

test('a second start of a phone: its old socket’s refusal says nothing of the new binding', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').start();
	const old = alice.connection;
	alice.connect().register();
	alice.connection = old;
	alice.register({ status: 403, reason: 'Forbidden, instance id is intercepted' });
	expect(statesOf(trace, 1)).toEqual([['registered']]);
});

test('one registration per address-of-record, instance and phone, whatever the Call-ID', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').start().register().register();
	trace.phone('Alice', '101', { id: 'alice', instance: 'other' }).start();
	trace.phone('Bob', '102').start();
	alice.disconnect().connect().register();
	const { registrations, connections } = analysed(trace.entries);
	expect(registrations.map(({ attempts }) => attempts.length)).toEqual([4, 1, 1]);
	expect(connections).toHaveLength(4);
});
