import { expect, test } from 'vitest';
import { describeBinding, describeLeg, describePlay } from './simulator-words.ts';

const binding = {
	id: '1',
	instance: 'x',
	contact: 'sip:x@example.invalid',
	callId: '1',
	connection: 'connection 1',
	expiresAt: 0
};

test.each([
	['reachable' as const, 41.2, 'registered, 42 s left'],
	['unreachable' as const, -1, 'its socket is gone; it keeps its place for 0 s'],
	[
		'superseded' as const,
		5,
		'superseded: registered again on another socket, so nothing rings here'
	]
])('a binding that is %s', (state, seconds, words) =>
	expect(describeBinding({ ...binding, state }, seconds)).toBe(words)
);

test('a leg says which way, with whom, and how far it is', () => {
	const leg = { callId: '1', connection: 'connection 1' };
	const other = { name: 'Alice', number: '+16505550101' };
	expect(describeLeg({ ...leg, direction: 'inbound', state: 'ringing', other })).toBe(
		'is called by Alice (+16505550101): rings'
	);
	expect(describeLeg({ ...leg, direction: 'outbound', state: 'confirmed' })).toBe(
		'calls somebody: talks'
	);
});

test('a scenario says whose messages it is about', () => {
	const play = { id: '1', title: 'Half open' };
	expect(describePlay(play)).toBe('Half open');
	expect(describePlay({ ...play, extension: '101' })).toBe('Half open, for 101 alone');
});
