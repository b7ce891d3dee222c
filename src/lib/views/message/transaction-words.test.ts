import { expect, test } from 'vitest';
import { analysed } from '../../../../tests/analysed.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { MINUTE } from '../../trace/instant.ts';
import { describeTransaction } from './transaction-words.ts';

const trace = new ScriptedTrace();
const alice = trace.phone('Alice', '101').online();
alice.call('78654').dial().refused(486);
const bob = trace.phone('Bob', '102').online();
bob.request('OPTIONS', 'sip:sip.example.com', [['Call-Id', 'ping']]);
trace.wait(1_000);
const now = trace.now;
bob.disconnect();

test.each([
	[0, now, 'terminated without ACK, the phone is its client'],
	[2, now - 1, 'trying, the phone is its client'],
	[2, now, 'its socket closed before an answer came, the phone is its client']
])('transaction %d at %d: %s', (index, at, words) => {
	const transaction = analysed(trace.entries).transactions[index];
	expect(transaction && describeTransaction(transaction, at)).toBe(words);
});

test('what nobody answers is given up', () => {
	const lonely = new ScriptedTrace();
	lonely.phone('Alice', '101').request('OPTIONS', 'sip:sip.example.com', []);
	const [transaction] = analysed(lonely.entries).transactions;
	expect(transaction && describeTransaction(transaction, lonely.now + MINUTE)).toBe(
		'no answer within 32 s, the phone is its client'
	);
});
