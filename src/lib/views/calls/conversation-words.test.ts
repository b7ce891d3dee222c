import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import type { Call } from '../../analysis/calls/call.ts';
import type { Conversation } from '../../analysis/calls/conversation.ts';
import type { Phone } from '../../analysis/phone.ts';
import { type Duration, SECOND } from '../../trace/instant.ts';
import { describeConversation, endOf, markOf, titleOf } from './conversation-words.ts';

const surroundings = {
	phones: new Map([['bob', { id: 'bob', name: 'Bob' } as Phone]]),
	connections: []
};
const NOW = 60 * SECOND;

function leg(change: Partial<Call>): Call {
	const party = (number: string) => ({ number, uri: `sip:${number}@example.com` });
	return {
		from: party('101'),
		to: party('102'),
		direction: 'outbound',
		state: 'answered',
		outcome: 'answered',
		holds: 0,
		dialogs: [],
		messages: [],
		startedAt: 0,
		...change
	} as Call;
}

const conversation = (...calls: Call[]) => ({ calls }) as Partial<Conversation> as Conversation;

test('one leg is told by itself', () => {
	const refused = leg({
		state: 'ended',
		outcome: 'failed',
		failure: { status: 486, reason: 'Busy Here' },
		endedAt: 7
	});
	expect(titleOf(conversation(refused))).toBe('101 → 102');
	expect(describeConversation(conversation(refused), surroundings, NOW)).toBe('486 Busy Here');
	expect(markOf(conversation(refused), surroundings, NOW)).toBe('failed');
	expect(endOf(conversation(refused), surroundings, NOW)).toBe(7);
});

test('the edge has answered, but the other phone still rings: both are told', () => {
	const talk = conversation(
		leg({}),
		leg({ phone: 'bob', direction: 'inbound', state: 'ringing', outcome: undefined })
	);
	expect(describeConversation(talk, surroundings, NOW)).toBe('answered · Bob: ringing');
	expect(markOf(talk, surroundings, NOW)).toBe('ringing');
	expect(endOf(talk, surroundings, NOW)).toBeUndefined();
});

test('a leg that went as the first did is not told twice', () => {
	const talk = conversation(leg({}), leg({ phone: 'bob', direction: 'inbound' }));
	expect(describeConversation(talk, surroundings, NOW)).toBe('answered');
	expect(markOf(talk, surroundings, NOW)).toBe('talking');
});

test.each([
	['cancelled', 'not reached'],
	['missed', 'not reached'],
	['voicemail', 'done'],
	['answered', 'done']
] as const)('%s is marked as %s', (outcome, mark) => {
	expect(
		markOf(conversation(leg({ state: 'ended', outcome, endedAt: 1 })), surroundings, NOW)
	).toBe(mark);
});

test('who declined was not reached, though the edge has answered; one of several phones is enough', () => {
	const answered = leg({ state: 'ended', endedAt: 2 });
	const declined = leg({ phone: 'bob', state: 'ended', outcome: 'declined', endedAt: 1 });
	const pickedUp = leg({ phone: 'carol', state: 'ended', endedAt: 2 });
	expect(markOf(conversation(answered, declined), surroundings, NOW)).toBe('not reached');
	expect(markOf(conversation(answered, declined, pickedUp), surroundings, NOW)).toBe('done');
});

test('numbers that nobody tells are unknown', () => {
	const nobody = { number: '', uri: '' };
	expect(titleOf(conversation(leg({ from: nobody, to: nobody })))).toBe('unknown → unknown');
});

test('a call that nothing answers, or whose socket is lost, does not go on for ever', () => {
	const trace = new ScriptedTrace();
	const alice = trace.phone('Alice', '101').online();
	alice.request('INVITE', 'sip:102@sip.example.com', [['Call-Id', 'unanswered']]);
	const at = (later: Duration) => {
		const analysis = analysed(trace.entries);
		const now = (analysis.latestAt ?? 0) + later;
		const [last] = analysis.conversations.slice(-1);
		if (last === undefined) throw new Error('There is no call.');
		return [
			describeConversation(last, analysis, now),
			markOf(last, analysis, now),
			endOf(last, analysis, now) !== undefined
		];
	};
	expect(at(SECOND)).toEqual(['calling', 'ringing', false]);
	expect(at(40 * SECOND)).toEqual(['no response', 'failed', true]);
	alice.call('103', { callId: 'cut off' }).dial().answered();
	alice.disconnect();
	expect(at(SECOND)).toEqual(['answered · connection lost', 'talking', false]);
	expect(at(11 * SECOND)).toEqual(['answered · connection lost', 'failed', true]);
});
