import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEntries, anyTrace } from '../../../tests/arbitraries/trace.ts';
import { meaning } from '../../../tests/meaning.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { type Instant, SECOND } from '../trace/instant.ts';
import { type Analysis, createAnalysis } from './analysis.ts';
import type { Subject } from './changes.ts';
import { registrationState } from './registrations/registration-state.ts';

const KINDS = [
	'transactions',
	'dialogs',
	'calls',
	'conversations',
	'registrations',
	'connections'
] as const;

/** What is known of each subject, at one time for all of them. */
function knowledgeOf(analysis: Analysis, now: Instant): Map<Subject, string> {
	const { transactions, dialogs, calls, conversations, registrations, connections } = analysis;
	return new Map<Subject, string>([
		...transactions.map((one) => [one, JSON.stringify(meaning.transactions(one))] as const),
		...dialogs.map((one) => [one, JSON.stringify(meaning.dialogs(one))] as const),
		...calls.map((one) => [one, JSON.stringify(meaning.calls(one))] as const),
		...conversations.map((one) => [one, JSON.stringify(meaning.conversations(one))] as const),
		...registrations.map((one) => {
			const { name } = registrationState(one, now);
			return [one, JSON.stringify([name, meaning.registrations(one)])] as const;
		}),
		...connections.map((one) => [one, JSON.stringify(meaning.connections(one))] as const)
	]);
}

test('whatever becomes another thing by an entry is among the changes, once', () => {
	fc.assert(
		fc.property(
			fc.oneof(anyTrace, anyEntries),
			fc.integer({ min: 1, max: 20 }),
			(entries, size) => {
				const now = (entries.at(-1)?.at ?? 0) + SECOND;
				const analysis = createAnalysis();
				let before = knowledgeOf(analysis, now);
				for (let at = 0; at < entries.length; at += size) {
					entries.slice(at, at + size).forEach((entry) => analysis.ingest(entry));
					const changes = analysis.fetchChanges();
					const changed = KINDS.flatMap((kind): Subject[] => changes[kind]);
					const after = knowledgeOf(analysis, now);
					expect(new Set(changed).size).toBe(changed.length);
					for (const subject of changed) expect(after.has(subject)).toBe(true);
					for (const [subject, known] of after) {
						if (before.get(subject) !== known) expect(changed).toContain(subject);
					}
					before = after;
				}
			}
		),
		{ numRuns: 25 }
	);
});

test('messages come once each; without new entries there are no changes', () => {
	const analysis = createAnalysis();
	const { entries } = scenarios['call between two phones']();
	const fetched = entries.flatMap((entry) => {
		analysis.ingest(entry);
		return analysis.fetchChanges().messages;
	});
	expect(fetched).toEqual(analysis.messages);
	expect(Object.values(analysis.fetchChanges()).flat()).toEqual([]);
});

test('a revision is the number of entries taken, whoever fetched changes meanwhile', () => {
	const analysis = createAnalysis();
	for (const entry of scenarios.busy().entries) {
		analysis.ingest(entry);
		if (entry.seq % 3 === 0) analysis.fetchChanges();
	}
	const [call] = analysis.calls;
	expect(call?.revision).toBe((call?.messages.at(-1)?.entry.seq ?? 0) + 1);
});

test('the latest time is kept when a clock goes back', () => {
	const analysis = createAnalysis();
	expect(analysis.latestAt).toBeUndefined();
	for (const [seq, at] of [5, 9, 2].entries()) {
		analysis.ingest({ kind: 'loss', reason: 'storage', seq, at });
	}
	expect(analysis.latestAt).toBe(9);
});
