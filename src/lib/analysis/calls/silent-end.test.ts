import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { Wire } from '../../../../tests/wire.ts';
import { type Duration, MILLISECOND, SECOND } from '../../trace/instant.ts';
import { silentEndOf } from './silent-end.ts';

/** Why the first call has ended, so long after the trace's last entry. */
function endAfter(later: Duration, { entries }: Pick<ScriptedTrace, 'entries'>) {
	const { calls, connections, latestAt = 0 } = analysed(entries);
	const [call] = calls;
	return call && silentEndOf(call, connections, latestAt + later)?.reason;
}

function calling() {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	return { trace, alice, call: alice.call('102', { callId: 'A' }) };
}

test('an INVITE without any response: after 64*T1', () => {
	const wire = new Wire();
	wire.send('INVITE');
	expect(endAfter(32 * SECOND - MILLISECOND, wire)).toBeUndefined();
	expect(endAfter(32 * SECOND, wire)).toBe('no response');
});

test('one that rings goes on as long as its connection', () => {
	const { trace, alice, call } = calling();
	call.dial();
	expect(endAfter(3_600 * SECOND, trace)).toBeUndefined();
	alice.disconnect();
	expect(endAfter(0, trace)).toBe('connection lost');
});

test('one that was never sent, and one whose challenge was not met', () => {
	const { trace, alice } = calling();
	alice.disconnect().sendInVain('INVITE', 'sip:102@sip.example.com', [['Call-Id', 'A']]);
	expect(endAfter(0, trace)).toBe('never sent');
	const wire = new Wire();
	const fields = [['Proxy-Authenticate', 'Digest realm="example.com", nonce="n"']] as const;
	wire.answer(wire.send('INVITE'), 407, { fields });
	expect(endAfter(31 * SECOND, wire)).toBeUndefined();
	expect(endAfter(32 * SECOND, wire)).toBe('challenge not met');
});

test('an answered call has ten seconds to be resumed on another connection', () => {
	const { trace, alice, call } = calling();
	call.dial().answered();
	alice.disconnect();
	expect(endAfter(9 * SECOND, trace)).toBeUndefined();
	expect(endAfter(10 * SECOND, trace)).toBe('connection lost');
	alice.connect();
	expect(endAfter(10 * SECOND, trace)).toBe('connection lost');
	call.reinvite('sendrecv');
	expect(endAfter(10 * SECOND, trace)).toBeUndefined();
});

test('what a message ended has no other end, whatever becomes of the socket', () => {
	for (const [name, scenario] of Object.entries(scenarios)) {
		const { calls, connections, latestAt = 0 } = analysed(scenario().entries);
		for (const call of calls.filter(({ state }) => state === 'ended')) {
			expect([name, silentEndOf(call, connections, latestAt + 3_600 * SECOND)]).toEqual([
				name,
				undefined
			]);
		}
	}
});
