import { expect, test } from 'vitest';
import { analysed, callWords } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { Wire } from '../../../../tests/wire.ts';
import type { Call } from './call.ts';
import { endReasonOf } from './end-reason.ts';

function talking() {
	const trace = new ScriptedTrace();
	const call = trace.phone('Alice', '101').online().call('102', { callId: 'A' });
	return { trace, call: call.dial().answered() };
}

function callOf({ entries }: Pick<ScriptedTrace, 'entries'>): Call {
	const [call] = analysed(entries).calls;
	if (call === undefined) throw new Error('There is no call.');
	return call;
}

function wordsOf({ entries }: Pick<ScriptedTrace, 'entries'>): string | undefined {
	return callWords(analysed(entries))[0];
}

test('recorded: while it is, and that it was', () => {
	const { trace, call } = talking();
	call.info('startcallrecord');
	expect(wordsOf(trace)).toBe('answered · being recorded');
	call.info('stopcallrecord');
	expect(callOf(trace)).toMatchObject({ recording: false, recorded: true });
	call.info('startcallrecord').hangUp();
	expect(callOf(trace)).toMatchObject({ recording: false, recorded: true });
	expect(wordsOf(trace)).toBe('answered · recorded · 101 hung up');
});

test('a park without a number is one all the same', () => {
	const { trace, call } = talking();
	call.info('callpark').hangUp();
	expect(wordsOf(trace)).toBe('parked');
});

test('a transfer, step by step', () => {
	const { trace, call } = talking();
	call.transfer('103', 486);
	const steps = trace.entries.flatMap((_, at) => {
		return callWords(analysed(trace.entries.slice(0, at + 1)));
	});
	expect([...new Set(steps)]).toEqual([
		'calling',
		'ringing',
		'answered',
		'answered · being transferred to 103',
		'answered · transfer to 103 failed: 486 Busy Here'
	]);
});

test('a transfer that fails after all have hung up was none', () => {
	const wire = new Wire();
	const refer = { fields: [['Refer-To', '<sip:carol@chicago.example.com>']] as const };
	wire.answer(wire.send('INVITE'), 200);
	wire.answer(wire.send('REFER', { toTag: 'b', cseq: 2, ...refer }), 202);
	wire.send('BYE', { toTag: 'b', cseq: 3 });
	expect(callOf(wire).outcome).toBe('transferred');
	const state = [['Event', 'refer'] as const, ['Subscription-State', 'terminated'] as const];
	const body = 'SIP/2.0 503 Service Unavailable';
	wire.receive('NOTIFY', { fromTag: 'b', toTag: 'a', fields: state, body });
	expect(callOf(wire).outcome).toBe('answered');
});

test('a warm transfer: the call goes to the one who was asked, whose own call is handed over', () => {
	const analysis = analysed(scenarios['warm transfer']().entries);
	expect(analysis.calls.map(({ id }) => id)).toEqual(['A', 'C']);
	expect(callWords(analysis)).toEqual(['transferred to 103', 'handed over by the transfer']);
	expect(analysis.conversations).toHaveLength(1);
});

test('a call that takes another’s place: the other is replaced when it is answered', () => {
	const wire = new Wire();
	wire.reply(wire.receive('INVITE', { callId: 'old' }), 200);
	const replaces = [['Replaces', 'old;to-tag=b;from-tag=a']] as const;
	const invite = wire.receive('INVITE', { callId: 'new', fromTag: 'c', fields: replaces });
	const outcome = () => {
		const [old, replacing] = analysed(wire.entries).calls;
		expect(replacing?.replaces).toBe(old);
		expect(replacing?.conversation).toBe(old?.conversation);
		return [old?.replacedBy?.id, wordsOf(wire)];
	};
	expect(outcome()).toEqual([undefined, 'answered']);
	wire.reply(invite, 200);
	expect(outcome()).toEqual(['new', 'answered']);
	wire.send('BYE', { callId: 'old', fromTag: 'b', toTag: 'a' });
	expect(outcome()).toEqual(['new', 'replaced by another call']);
});

test('one that names tags of no dialog replaces none, and one that names nothing known neither', () => {
	for (const value of ['old;to-tag=x;from-tag=y', 'unknown;to-tag=b;from-tag=a', '']) {
		const wire = new Wire();
		wire.reply(wire.receive('INVITE', { callId: 'old' }), 200);
		const fields = [['Replaces', value]] as const;
		wire.reply(wire.receive('INVITE', { callId: 'new', fields }), 200);
		expect(analysed(wire.entries).calls.map(({ replacedBy }) => replacedBy)).toEqual([
			undefined,
			undefined
		]);
	}
});

test('a CANCEL may tell that another phone has answered, without RingCentral', () => {
	for (const [reason, words] of [
		['SIP ;cause=200 ;text="Call completed elsewhere"', 'answered elsewhere'],
		['Q.850;cause=16', 'missed']
	] as const) {
		const wire = new Wire();
		const invite = wire.receive('INVITE');
		wire.reply(invite, 180);
		wire.reply(wire.receive('CANCEL', { fields: [['Reason', reason]] }), 200);
		wire.reply(invite, 487);
		expect(wordsOf(wire)).toBe(words);
	}
	const wire = new Wire();
	wire.answer(wire.send('INVITE'), 200);
	const fields = [['Reason', 'Q.850 ;cause=31;text="Normal, unspecified"']] as const;
	wire.receive('BYE', { fromTag: 'b', toTag: 'a', fields });
	const { endedWith } = callOf(wire);
	expect(endedWith && endReasonOf(endedWith)).toEqual({
		protocol: 'Q.850',
		cause: 31,
		text: 'Normal, unspecified'
	});
});

test('a call of which the other side knows nothing any more is lost', () => {
	const wire = new Wire();
	wire.answer(wire.send('INVITE'), 200);
	wire.answer(wire.send('INVITE', { toTag: 'b', cseq: 2 }), 481);
	expect(wordsOf(wire)).toBe('lost: unknown to the other side');
});

test('where two of a fork have answered, the call goes on until both have hung up', () => {
	const wire = new Wire();
	const invite = wire.send('INVITE');
	wire.answer(invite, 200, { tag: 'one' });
	wire.answer(invite, 200, { tag: 'two' });
	wire.send('BYE', { toTag: 'one', cseq: 2 });
	expect(callOf(wire).state).toBe('answered');
	wire.receive('BYE', { fromTag: 'two', toTag: 'a' });
	expect(callOf(wire)).toMatchObject({ state: 'ended', endedBy: 'remote' });
});

test('who dials * and a park extension picks up the call that waits there, and no other', () => {
	const trace = new ScriptedTrace();
	const parking = trace.phone('Alice', '101').online().call('102', { callId: 'parked' });
	parking.dial().answered().info('callpark', 0, 'Succeeded', { 'park extension': '813' }).hangUp();
	const other = trace.phone('Bob', '103').online();
	other.call('*814', { callId: 'empty' }).dial().answered();
	expect(callOf(trace).retrievedBy).toBeUndefined();
	other.call('*813', { callId: 'pick-up' }).dial().answered();
	other.call('*813', { callId: 'late' }).dial().answered();
	const [parked, empty, pickUp, late] = analysed(trace.entries).calls;
	expect([parked?.retrievedBy?.id, pickUp?.retrieves?.id]).toEqual(['pick-up', 'parked']);
	expect(pickUp?.conversation).toBe(parked?.conversation);
	expect([empty?.retrieves, late?.retrieves]).toEqual([undefined, undefined]);
	expect(wordsOf(trace)).toBe('parked at 813 · picked up by 103');
});

test('each leg has RingCentral’s names for the session and for its part in it', () => {
	const { calls } = analysed(scenarios['call between two phones']().entries);
	const [alice, bob] = calls;
	expect(alice?.sessionId).toBe(bob?.sessionId);
	expect(alice?.partyId).toMatch(/-1$/);
	expect(bob?.partyId).toMatch(/-2$/);
});
