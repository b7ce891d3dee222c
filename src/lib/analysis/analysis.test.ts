import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysed } from '../../../tests/analysed.ts';
import { anyText } from '../../../tests/arbitraries/message.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import type { Entry, Payload } from '../trace/entry.ts';
import { SECOND } from '../trace/instant.ts';
import { type Analysis, createAnalysis } from './analysis.ts';
import { describeCall } from './calls/call-summary.ts';
import { registrationState } from './registrations/registration-state.ts';
import { slotsOf } from './registrations/slots.ts';

/** All that an analysis says, as plain data without times. */
function findingsOf(analysis: Analysis): unknown {
	const seqs = (messages: readonly { entry: Entry }[]) => messages.map(({ entry }) => entry.seq);
	return {
		messages: analysis.messages.map((message) => [
			message.entry.seq,
			message.userAgent.id,
			message.transaction?.id,
			message.call?.id,
			message.registration?.id,
			message.retransmissionOf?.entry.seq
		]),
		transactions: analysis.transactions.map(({ request, responses, final, ack, ...rest }) => [
			rest.id,
			rest.method,
			rest.side,
			rest.state,
			rest.challengedBy?.id,
			[request, ...responses, final, ack].map((message) => message?.entry.seq)
		]),
		calls: analysis.calls.map((call) => [
			[call.id, call.phone, call.instance, call.direction, call.from, call.to],
			[call.state, call.outcome, call.failure, call.endedBy, call.heldBy, call.holds],
			[seqs(call.messages), call.marks.map(({ seq }) => seq), call.conversation.id]
		]),
		conversations: analysis.conversations.map(({ id, calls, messages }) => [
			id,
			calls.map((call) => call.id),
			seqs(messages)
		]),
		registrations: analysis.registrations.map(({ id, messages, attempts, competitors }) => [
			[id, seqs(messages), competitors.length],
			attempts.map(({ kind, status, challenged, askedSeconds, grantedSeconds }) => [
				[kind, status, challenged, askedSeconds, grantedSeconds]
			])
		])
	};
}

/** Two scenarios at once: their entries interleaved, each in its own order. */
const anyTrace: fc.Arbitrary<Entry[]> = fc
	.tuple(
		fc.constantFrom(...Object.values(scenarios)),
		fc.constantFrom(...Object.values(scenarios)),
		fc.infiniteStream(fc.boolean())
	)
	.map(([one, other, turns]) => {
		const [first, second] = [one().entries, other().entries];
		const mixed: Entry[] = [];
		while (first.length > 0 || second.length > 0) {
			const [chosen, rest] = turns.next().value ? [first, second] : [second, first];
			const entry = chosen.shift() ?? rest.shift();
			if (entry) mixed.push({ ...entry, seq: mixed.length });
		}
		return mixed;
	});

const anyPayload: fc.Arbitrary<Payload> = fc.oneof(
	anyText.map((text) => ({ text })),
	fc.uint8Array({ maxLength: 40 }).map((bytes) => ({ bytes }))
);

/** Frames of any text or bytes, from any vantage. */
const anyEntries: fc.Arbitrary<Entry[]> = fc
	.array(
		fc.record({
			kind: fc.constant('message' as const),
			at: fc.nat(),
			direction: fc.constantFrom('sent' as const, 'received' as const),
			phone: fc.constantFrom(undefined, 'alice', 'bob'),
			instance: fc.constantFrom(undefined, 'a', 'b'),
			connection: fc.constantFrom(undefined, 'one', 'two'),
			payload: anyPayload
		}),
		{ maxLength: 30 }
	)
	.map((drafts) =>
		drafts.map(({ payload, ...draft }, seq): Entry => ({ ...draft, ...payload, seq }))
	);

describe('properties', () => {
	test('a prefix of a trace means what the whole trace meant when it was as long', () => {
		fc.assert(
			fc.property(fc.oneof(anyTrace, anyEntries), fc.nat(), (entries, length) => {
				const prefix = entries.slice(0, length % (entries.length + 1));
				const growing = createAnalysis();
				prefix.forEach((entry) => growing.ingest(entry));
				expect(findingsOf(growing)).toEqual(findingsOf(analysed(prefix)));
				entries.slice(prefix.length).forEach((entry) => growing.ingest(entry));
				expect(findingsOf(growing)).toEqual(findingsOf(analysed(entries)));
			})
		);
	});

	test('times decide nothing about messages, transactions, calls and attempts', () => {
		fc.assert(
			fc.property(
				anyTrace.chain((entries) =>
					fc.tuple(
						fc.constant(entries),
						fc.array(fc.nat(), { minLength: entries.length, maxLength: entries.length })
					)
				),
				([entries, times]) => {
					const shuffled = entries.map((entry, index) => ({ ...entry, at: times[index] ?? 0 }));
					expect(findingsOf(analysed(shuffled))).toEqual(findingsOf(analysed(entries)));
				}
			)
		);
	});

	test('whatever was on the wire, each message is kept, in order, and can be found', () => {
		fc.assert(
			fc.property(anyEntries, (entries) => {
				const analysis = analysed(entries);
				expect(analysis.messages.map(({ entry }) => entry)).toEqual(entries);
				for (const entry of entries) expect(analysis.messageAt(entry.seq)?.entry).toBe(entry);
				expect(analysis.messageAt(entries.length)).toBeUndefined();
			})
		);
	});

	test('what is known of a message agrees with what is known of its call and transaction', () => {
		fc.assert(
			fc.property(fc.oneof(anyTrace, anyEntries), (entries) => {
				const { messages, conversations } = analysed(entries);
				for (const message of messages) {
					const { call, transaction, registration, retransmissionOf } = message;
					if (call) expect(call.messages).toContain(message);
					if (call) expect(call.conversation.messages).toContain(message);
					if (call) expect(conversations).toContain(call.conversation);
					if (registration) expect(registration.messages).toContain(message);
					if (retransmissionOf) expect(retransmissionOf.transaction).toBe(transaction);
					else if (transaction) {
						const { request, responses, ack } = transaction;
						expect([request, ack, ...responses]).toContain(message);
					}
				}
			})
		);
	});

	test('every state, at any time, has a name, and every call a description', () => {
		fc.assert(
			fc.property(fc.oneof(anyTrace, anyEntries), fc.integer(), (entries, offset) => {
				const { registrations, calls } = analysed(entries);
				const now = (entries[0]?.at ?? 0) + offset;
				for (const registration of registrations) {
					const { evidence } = registrationState(registration, now);
					for (const seq of evidence) expect(entries[seq]).toBeDefined();
					const slots = slotsOf(registrations, registration.addressOfRecord, now);
					for (const { expiresAt } of slots.taken) expect(expiresAt).toBeGreaterThan(now);
				}
				for (const call of calls) expect(describeCall(call)).not.toBe('');
			})
		);
	});
});

test('phones and connections are told of as their entries say', () => {
	const { entries } = scenarios['socket lost and back']();
	const { phones, connections } = analysed(entries);
	expect([...phones.values()]).toEqual([
		{
			id: 'alice',
			name: 'Alice',
			addressOfRecord: 'sip:16505550100*101@sip.example.com',
			extension: '101',
			instances: ['10100000-instance']
		}
	]);
	const [first, second] = connections;
	expect(first).toMatchObject({
		phone: 'alice',
		url: 'wss://sip.example.com:8083',
		closeCode: 1006
	});
	expect((first?.closedAt ?? 0) - (first?.openedAt ?? 0)).toBeGreaterThan(12 * SECOND);
	expect(second?.openedAt).toBeDefined();
	expect(second?.closedAt).toBeUndefined();
});

test('a message for another client is known by the credentials that the phone once sent', () => {
	const { messages } = analysed(scenarios['answered elsewhere']().entries);
	const foreign = messages.filter(({ content }) => content?.command?.client === '802398999001');
	expect(foreign).toHaveLength(1);
	expect(foreign[0]?.userAgent.clientId).toBe('802398102001');
});
