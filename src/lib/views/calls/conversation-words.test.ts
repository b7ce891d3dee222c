import { expect, test } from 'vitest';
import type { Call } from '../../analysis/calls/call.ts';
import type { Conversation } from '../../analysis/calls/conversation.ts';
import type { Phone } from '../../analysis/phone.ts';
import { describeConversation, endOf, markOf, titleOf } from './conversation-words.ts';

const phones = new Map([['bob', { id: 'bob', name: 'Bob' } as Phone]]);

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
	expect(describeConversation(conversation(refused), phones)).toBe('486 Busy Here');
	expect(markOf(conversation(refused))).toBe('failed');
	expect(endOf(conversation(refused))).toBe(7);
});

test('the edge has answered, but the other phone still rings: both are told', () => {
	const talk = conversation(
		leg({}),
		leg({ phone: 'bob', direction: 'inbound', state: 'ringing', outcome: undefined })
	);
	expect(describeConversation(talk, phones)).toBe('answered · Bob: ringing');
	expect(markOf(talk)).toBe('ringing');
	expect(endOf(talk)).toBeUndefined();
});

test('a leg that went as the first did is not told twice', () => {
	const talk = conversation(leg({}), leg({ phone: 'bob', direction: 'inbound' }));
	expect(describeConversation(talk, phones)).toBe('answered');
	expect(markOf(talk)).toBe('talking');
});

test.each([
	['cancelled', 'not reached'],
	['missed', 'not reached'],
	['voicemail', 'done'],
	['answered', 'done']
] as const)('%s is marked as %s', (outcome, mark) => {
	expect(markOf(conversation(leg({ state: 'ended', outcome, endedAt: 1 })))).toBe(mark);
});

test('who declined was not reached, though the edge has answered; one of several phones is enough', () => {
	const answered = leg({ state: 'ended', endedAt: 2 });
	const declined = leg({ phone: 'bob', state: 'ended', outcome: 'declined', endedAt: 1 });
	const pickedUp = leg({ phone: 'carol', state: 'ended', endedAt: 2 });
	expect(markOf(conversation(answered, declined))).toBe('not reached');
	expect(markOf(conversation(answered, declined, pickedUp))).toBe('done');
});

test('numbers that nobody tells are unknown', () => {
	const nobody = { number: '', uri: '' };
	expect(titleOf(conversation(leg({ from: nobody, to: nobody })))).toBe('unknown → unknown');
});
