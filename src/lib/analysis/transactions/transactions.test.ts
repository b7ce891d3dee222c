import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import type { Transaction } from './transaction.ts';

function online() {
	const trace = new ScriptedTrace();
	return { trace, alice: trace.phone('Alice', '101').online() };
}

function shape({ method, side, responses, acks }: Transaction) {
	const answers = responses.map(({ head }) => head.status).join(' ');
	return [method, side, answers, acks.map(() => 'ACK').join(' ')].filter(Boolean).join(' · ');
}

test('an outbound call: a challenged attempt, the INVITE with its ACK, BYE', () => {
	const { trace, alice } = online();
	alice.call('102').dial().answered().hangUp();
	const { transactions } = analysed(trace.entries);
	expect(transactions.map(shape)).toEqual([
		'INVITE · client · 100 407',
		'INVITE · client · 100 183 200 · ACK',
		'BYE · client · 200'
	]);
	const [challenged, retry] = transactions;
	expect(retry?.challengedBy).toBe(challenged);
	expect(challenged?.retriedBy).toBe(retry);
});

test('CANCEL is a transaction of its own though it shares the branch', () => {
	expect(analysed(scenarios['cancelled']().entries).transactions.map(shape)).toEqual([
		'INVITE · client · 100 407',
		'INVITE · client · 100 183',
		'CANCEL · client · 200'
	]);
});

test('what the edge asks is served', () => {
	const { trace, alice } = online();
	alice.ring({ name: 'Bob', number: '+16505550102' }).answer().hungUp();
	expect(analysed(trace.entries).transactions.map(shape)).toEqual([
		'INVITE · server · 100 180 200 · ACK',
		'MESSAGE · server · 200',
		'BYE · server · 200'
	]);
});

test('each refresh is new, each retry belongs to its challenge', () => {
	const { transactions } = analysed(scenarios['register and refresh']().entries);
	expect(transactions.map(({ challengedBy }) => challengedBy?.id)).toEqual([
		undefined,
		'0',
		undefined,
		'2',
		undefined,
		'4'
	]);
});

test('a repeated request, answer or ACK is a retransmission; a new request with new CSeq is not', () => {
	const { trace, alice } = online();
	const fields = [['Call-Id', 'same']] as const;
	const first = alice.request('OPTIONS', 'sip:sip.example.com', fields);
	alice.send(first);
	const answer = alice.answer(first, 200);
	alice.receive(answer);
	alice.request('OPTIONS', 'sip:sip.example.com', fields);
	const { messages, transactions } = analysed(trace.entries);
	expect(messages.map(({ retransmissionOf }) => messages.indexOf(retransmissionOf!))).toEqual([
		-1, 0, -1, 2, -1
	]);
	expect(transactions.map(shape)).toEqual(['OPTIONS · client · 200', 'OPTIONS · client']);
});

test('the answers of a fork are no retransmissions of each other', () => {
	const { trace, alice } = online();
	const invite = alice.request('INVITE', 'sip:102@sip.example.com', [
		['From', '<sip:101@sip.example.com>;tag=a'],
		['To', '<sip:102@sip.example.com>'],
		['Call-Id', 'forked']
	]);
	alice.answer(invite, 200, { tag: 'one' });
	alice.answer(invite, 200, { tag: 'two' });
	expect(analysed(trace.entries).transactions.map(shape)).toEqual(['INVITE · client · 200 200']);
});

test('an answer with a garbled branch is matched by Call-ID and CSeq', () => {
	const { trace, alice } = online();
	const options = alice.request('OPTIONS', 'sip:sip.example.com', [['Call-Id', 'ping']]);
	alice.answer(options.replace(/branch=[^\r\n]*/, 'branch=garbled'), 200);
	expect(analysed(trace.entries).transactions.map(shape)).toEqual(['OPTIONS · client · 200']);
});

test('the same branch and CSeq on another connection is another transaction', () => {
	const { trace, alice } = online();
	const options = alice.request('OPTIONS', 'sip:sip.example.com', [['Call-Id', 'ping']]);
	alice.disconnect().connect().send(options);
	expect(analysed(trace.entries).transactions).toHaveLength(2);
});

test('an answer whose request the trace has not is kept', () => {
	const { trace, alice } = online();
	const options = alice.request('OPTIONS', 'sip:sip.example.com', [['Call-Id', 'ping']]);
	alice.answer(options, 200);
	const [transaction] = analysed(trace.entries.slice(-1)).transactions;
	expect(transaction?.request).toBeUndefined();
	expect(transaction).toMatchObject({ side: 'client', method: 'OPTIONS' });
});
