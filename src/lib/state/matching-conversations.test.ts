import { expect, test } from 'vitest';
import { ScriptedTrace } from '../../../tests/scripted-trace.ts';
import { createAnalysis } from '../analysis/analysis.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { MatchingConversations } from './matching-conversations.ts';

const script = new ScriptedTrace();
const alice = script.phone('Alice', '101').online();
const first = alice.call('102', { callId: 'first' }).dial();
alice.call('78654', { callId: 'busy' }).dial().refused(486);
const analysis = createAnalysis();
const arrive = () => script.entries.splice(0).forEach((entry) => analysis.ingest(entry));

test('a conversation is found by any of its messages, and asked again only once it has changed', () => {
	arrive();
	const matching = new MatchingConversations();
	const asked: number[] = [];
	const filter = {};
	const found = (wanted: (message: SeenMessage) => boolean, by: unknown = filter) =>
		matching
			.of(analysis.conversations, by, (message) => {
				asked.push(message.entry.seq);
				return wanted(message);
			})
			.map(({ id }) => id);
	const isBye = ({ head }: SeenMessage) => head.method === 'BYE';
	expect(found(isBye)).toEqual([]);

	asked.length = 0;
	expect(found(isBye)).toEqual([]);
	expect(asked).toEqual([]);

	first.answered().hangUp();
	arrive();
	expect(found(isBye)).toEqual(['first']);
	expect(found(({ head }) => head.status === 486, {})).toEqual(['busy']);
});
