import { expect, test } from 'vitest';
import { analysed, callWords } from '../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../tests/scripted-trace.ts';
import { dialogInterruptionsOf, interruptionsOf, undeliveredOf } from './interruptions.ts';

function talking() {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	const call = alice.call('102', { callId: 'A' }).dial().answered();
	return { trace, alice, call };
}

function seen({ entries }: ScriptedTrace) {
	const analysis = analysed(entries);
	const { calls, connections, dialogs, latestAt = 0 } = analysis;
	const [call] = calls;
	const [dialog] = dialogs;
	if (call === undefined || dialog === undefined) throw new Error('There is no call.');
	return {
		words: callWords(analysis)[0],
		ofCall: interruptionsOf(call, connections, latestAt),
		ofDialog: dialogInterruptionsOf(dialog, connections, latestAt),
		before: interruptionsOf(call, connections, call.startedAt),
		undelivered: undeliveredOf(call).map(({ head }) => head.method)
	};
}

test('a socket lost in mid-call, another one, and the re-INVITE on it', () => {
	const { trace, alice, call } = talking();
	const first = alice.connection;
	alice.disconnect();
	expect(seen(trace)).toMatchObject({
		words: 'answered · connection lost',
		ofCall: [{ connection: { id: first }, reconnection: undefined, resumedWith: undefined }]
	});
	trace.wait(4_000);
	alice.connect();
	expect(seen(trace)).toMatchObject({
		words: 'answered · connection lost, not resumed on the next',
		ofCall: [{ reconnection: { id: alice.connection }, resumedWith: undefined }]
	});
	call.reinvite('sendrecv');
	const resumed = seen(trace);
	expect(resumed.words).toBe('answered · interrupted for 4 s');
	expect(resumed.ofCall).toMatchObject([{ resumedWith: { head: { method: 'INVITE' } } }]);
	expect(resumed.ofDialog).toEqual(resumed.ofCall);
	call.hangUp();
	expect(seen(trace).words).toBe('answered · interrupted for 4 s · 101 hung up');
});

test('at an earlier instant, what came later is not told', () => {
	const { trace, alice } = talking();
	alice.disconnect();
	expect(seen(trace).before).toEqual([]);
});

test('a socket that closes after the call does not interrupt it', () => {
	const { trace, alice, call } = talking();
	call.hangUp();
	alice.disconnect();
	expect(seen(trace)).toMatchObject({ words: 'answered · 101 hung up', ofCall: [], ofDialog: [] });
});

test('a BYE on the dead socket never left the phone', () => {
	const { trace, alice } = talking();
	alice.disconnect();
	alice.sendInVain('BYE', 'sip:102@sip.example.com', [['Call-Id', 'A']]);
	expect(seen(trace)).toMatchObject({
		undelivered: ['BYE'],
		words: 'answered · connection lost · BYE never sent'
	});
});
