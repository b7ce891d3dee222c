import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysed } from '../../../tests/analysed.ts';
import { anyEntries, anyTrace } from '../../../tests/arbitraries/trace.ts';
import { meaningOf } from '../../../tests/meaning.ts';
import { scenarios } from '../../../tests/scenarios.ts';
import { SECOND } from '../trace/instant.ts';
import { createAnalysis } from './analysis.ts';
import { describeCall } from './calls/call-summary.ts';
import { registrationState } from './registrations/registration-state.ts';
import { slotsOf } from './registrations/slots.ts';

describe('properties', () => {
	test('a prefix of a trace means what the whole trace meant when it was as long', () => {
		fc.assert(
			fc.property(fc.oneof(anyTrace, anyEntries), fc.nat(), (entries, length) => {
				const prefix = entries.slice(0, length % (entries.length + 1));
				const growing = createAnalysis();
				prefix.forEach((entry) => growing.ingest(entry));
				expect(meaningOf(growing)).toEqual(meaningOf(analysed(prefix)));
				entries.slice(prefix.length).forEach((entry) => growing.ingest(entry));
				expect(meaningOf(growing)).toEqual(meaningOf(analysed(entries)));
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
					expect(meaningOf(analysed(shuffled))).toEqual(meaningOf(analysed(entries)));
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
						const { request, responses, acks } = transaction;
						expect([request, ...acks, ...responses]).toContain(message);
					}
				}
			})
		);
	});

	test('every state, at any time, has a name, and every call a description', () => {
		fc.assert(
			fc.property(fc.oneof(anyTrace, anyEntries), fc.integer(), (entries, offset) => {
				const { registrations, calls, connections } = analysed(entries);
				const now = (entries[0]?.at ?? 0) + offset;
				for (const registration of registrations) {
					const { evidence } = registrationState(registration, now);
					for (const seq of evidence) expect(entries[seq]).toBeDefined();
					const slots = slotsOf(registrations, registration.addressOfRecord, now);
					for (const { expiresAt } of slots.taken) expect(expiresAt).toBeGreaterThan(now);
				}
				for (const call of calls) {
					expect(describeCall(call, connections, now)).not.toBe('');
				}
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
			firstSeq: 0,
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
