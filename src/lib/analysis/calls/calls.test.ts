import { expect, test } from 'vitest';
import { analysed, callWords } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { MILLISECOND } from '../../trace/instant.ts';

function callsOf(name: keyof typeof scenarios) {
	return analysed(scenarios[name]().entries).calls;
}

test('a call between two phones is two legs: who, when, held by whom, ended by whom', () => {
	const trace = scenarios['call between two phones']();
	const analysis = analysed(trace.entries);
	const { calls, conversations } = analysis;
	const [begin] = trace.entries;
	expect(calls).toMatchObject([
		{
			id: 'A',
			phone: 'alice',
			direction: 'outbound',
			from: { number: '101', uri: 'sip:16505550100*101@sip.example.com' },
			to: { number: '102' },
			state: 'ended',
			outcome: 'answered',
			endedBy: 'local',
			holds: 1
		},
		{
			id: 'B',
			phone: 'bob',
			direction: 'inbound',
			from: { number: '+16505550101', name: 'Alice' },
			to: { number: '102', name: 'Bob' },
			state: 'ended',
			outcome: 'answered',
			endedBy: 'remote',
			holds: 0
		}
	]);
	expect(callWords(analysis)).toEqual([
		'answered · held once · 101 hung up',
		'answered · +16505550101 hung up'
	]);
	const [, bob] = calls;
	expect((bob?.ringingAt ?? 0) - (begin?.at ?? 0)).toBe(411 * MILLISECOND);
	expect((bob?.answeredAt ?? 0) - (begin?.at ?? 0)).toBe(4_227 * MILLISECOND);
	expect(conversations).toHaveLength(1);
	expect(conversations[0]?.calls).toEqual(calls);
});

test('marks of a call include what came before its INVITE', () => {
	const [alice, bob] = callsOf('call between two phones');
	expect(alice?.marks).toMatchObject([{ event: 'ice-gathering' }, { action: 'hold' }]);
	expect(bob?.marks).toMatchObject([{ event: 'answered' }]);
});

test.each([
	['busy', 'failed', 'remote', '486 Busy Here'],
	['cancelled', 'cancelled', 'local', 'cancelled after 6 s'],
	['missed', 'missed', 'remote', 'missed'],
	['declined', 'declined', 'local', 'declined (Cmd 12)'],
	['to voicemail', 'voicemail', 'local', 'to voicemail (Cmd 11)'],
	['answered elsewhere', 'answered elsewhere', 'remote', 'answered elsewhere (Cmd 7)'],
	['parked', 'parked', 'local', 'parked at 813'],
	['transferred', 'transferred', 'remote', 'transferred to 103'],
	[
		'transfer refused',
		'answered',
		'local',
		'answered · transfer to 103 failed: 486 Busy Here · 101 hung up'
	],
	['flipped', 'flipped', 'local', 'flipped to +16505550177'],
	['forwarded', 'forwarded', 'local', 'forwarded to +16505550177']
] as const)('%s', (name, outcome, endedBy, description) => {
	const analysis = analysed(scenarios[name]().entries);
	expect(analysis.calls[0]).toMatchObject({ state: 'ended', outcome, endedBy });
	expect(callWords(analysis)[0]).toBe(description);
});

test('a challenge is no outcome, but a second one is', () => {
	const trace = new ScriptedTrace();
	const call = trace.phone('Alice', '101').online().call('102').dial();
	const [ringing] = analysed(trace.entries).calls;
	expect([ringing?.state, ringing?.outcome, ringing?.failure]).toEqual([
		'ringing',
		undefined,
		undefined
	]);
	call.refused(407);
	expect(analysed(trace.entries).calls[0]).toMatchObject({
		outcome: 'failed',
		failure: { status: 407 }
	});
});

test('Cmd 7 after the CANCEL tells all the same that it was answered elsewhere', () => {
	const trace = new ScriptedTrace();
	const caller = { name: 'Alice', number: '+16505550101' };
	const call = trace.phone('Bob', '102').online().ring(caller).cancelled();
	expect(analysed(trace.entries).calls[0]?.outcome).toBe('missed');
	call.agent(7, '802398999001');
	expect(analysed(trace.entries).calls[0]?.outcome).toBe('answered elsewhere');
});

test('holds: of either side, of both, and none where the re-INVITE was refused', () => {
	const trace = new ScriptedTrace();
	const call = trace.phone('Alice', '101').online().call('102').dial().answered();
	const seen = () => {
		const [found] = analysed(trace.entries).calls;
		return [found?.state, found?.heldBy, found?.holds];
	};
	call.reinvite('sendonly', 488);
	expect(seen()).toEqual(['answered', undefined, 0]);
	call.reinvited('sendonly');
	expect(seen()).toEqual(['held', 'remote', 1]);
	call.reinvite('inactive');
	expect(seen()).toEqual(['held', 'both', 2]);
	call.reinvited('recvonly');
	expect(seen()).toEqual(['held', 'local', 2]);
	call.reinvite('sendrecv');
	expect(seen()).toEqual(['answered', undefined, 2]);
});

test('a failed park or transfer is none', () => {
	const trace = new ScriptedTrace();
	const call = trace.phone('Alice', '101').online().call('102').dial().answered();
	call.info('callpark', -4, 'State is not accepted for processing').hangUp();
	expect(analysed(trace.entries).calls[0]?.outcome).toBe('answered');
});

test('the same Call-ID at two phones is two legs of one conversation', () => {
	const { calls, conversations } = analysed(scenarios['call through a proxy']().entries);
	expect(calls.map(({ callId, phone, direction }) => [callId, phone, direction])).toEqual([
		['same-on-both-legs', 'alice', 'outbound'],
		['same-on-both-legs', 'bob', 'inbound']
	]);
	expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
	expect(conversations).toHaveLength(1);
	expect(conversations[0]?.messages.map(({ entry }) => entry.seq)).toEqual(
		[...new Set(calls.flatMap((call) => call.messages.map(({ entry }) => entry.seq)))].sort(
			(a, b) => a - b
		)
	);
});

test('legs that turn out to belong together later become one conversation', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	const bob = trace.phone('Bob', '102').online();
	const calling = alice.call('102', { callId: 'A', session: 'abc' });
	const other = alice.call('103', { callId: 'C', session: 'def' }).dial();
	bob.ring({ name: 'Alice', number: '+16505550101' }, { callId: 'B', session: 'abc' });
	calling.dial();
	other.cancel();
	const { conversations } = analysed(trace.entries);
	expect(conversations.map(({ calls }) => calls.map(({ id }) => id))).toEqual([['C'], ['B', 'A']]);
	for (const { calls, messages } of conversations) {
		expect(messages.map(({ entry }) => entry.seq)).toEqual(
			messages.map(({ entry }) => entry.seq).toSorted((a, b) => a - b)
		);
		expect(messages).toHaveLength(calls.reduce((sum, call) => sum + call.messages.length, 0));
	}
});

test('the agent’s messages about a call belong to it, by SID; others to none', () => {
	const { calls, messages } = analysed(scenarios['declined']().entries);
	const agents = messages.filter(({ head }) => head.callId.startsWith('agent-'));
	expect(agents).toHaveLength(2);
	expect(agents.every(({ call }) => call === calls[0])).toBe(true);
	expect(calls).toHaveLength(1);
});

test('REGISTERs are no calls', () => {
	expect(callsOf('register and refresh')).toEqual([]);
});

test('in an import without names the instances of REGISTERs tell who is who, across reconnects', () => {
	const { calls, conversations } = analysed(scenarios['an import without names']().entries);
	expect(calls).toMatchObject([
		{ instance: '10100000-instance', direction: 'outbound', state: 'ended' },
		{ instance: '10200000-instance', direction: 'inbound', state: 'ended', endedBy: 'local' }
	]);
	expect(conversations).toHaveLength(1);
});

test('a trace that begins in mid-call has the call, of unknown direction', () => {
	const trace = new ScriptedTrace();
	const call = trace.phone('Alice', '101').online().call('102').dial().answered();
	const before = trace.entries.length;
	call.reinvite('sendonly').hungUp();
	const [found] = analysed(trace.entries.slice(before)).calls;
	expect(found).toMatchObject({ direction: 'unknown', state: 'ended', endedBy: 'remote' });
});

test('a call that nobody answers yet only rings', () => {
	const trace = new ScriptedTrace();
	trace.phone('Alice', '101').online().call('102').dial();
	const analysis = analysed(trace.entries);
	const [call] = analysis.calls;
	expect([call?.state, call?.outcome, call?.endedAt]).toEqual(['ringing', undefined, undefined]);
	expect(callWords(analysis)).toEqual(['ringing']);
});
