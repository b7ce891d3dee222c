import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScriptedTrace } from '../../../tests/scripted-trace.ts';
import { createAnalysis } from '../analysis/analysis.ts';
import { textOf } from '../analysis/entry-text.ts';
import { Findings } from '../analysis/rules/findings.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { matches, parseFilter } from './filter.ts';

const analysis = createAnalysis();
const trace = new ScriptedTrace();
const alice = trace.phone('Alice', '101', { instance: 'a11ce' }).start();
const bob = trace.phone('Bob', '102').start();
const session = 'abc';
alice.call('102', { callId: 'Call-A', session }).dial().answered().hangUp();
bob.ring({ name: 'Alice', number: '+16505550101' }, { callId: 'Call-B', session }).confirm();
alice.call('78654', { callId: 'busy' }).dial().refused(486);
trace.phone('Dave', '103').online().register({ status: 401 });
trace.entries.forEach((entry) => analysis.ingest(entry));
const findings = new Findings(analysis).at(trace.now);

function findingsAt(seq: number) {
	return findings.filter(({ evidence }) => evidence.includes(seq));
}

function found(text: string): SeenMessage[] {
	const filter = parseFilter(text);
	if ('message' in filter) throw new Error(filter.message);
	return analysis.messages.filter((message) => matches(filter, message, analysis, findingsAt));
}

/** What all messages that a filter finds have in common. */
function every(text: string, holds: (message: SeenMessage) => boolean) {
	const messages = found(text);
	expect(messages.length).toBeGreaterThan(0);
	expect(messages.length).toBeLessThan(analysis.messages.length);
	expect(messages).toEqual(analysis.messages.filter(holds));
}

test('nothing finds everything', () => {
	expect(found('  ')).toEqual(analysis.messages);
});

test('methods and statuses, alone, in lists and as classes', () => {
	every('method:invite', ({ head }) => head.method === 'INVITE');
	every('method:BYE,ACK', ({ head }) => head.method === 'BYE' || head.method === 'ACK');
	every('status:486', ({ head }) => head.status === 486);
	every('status:4xx', ({ head }) => head.status >= 400 && head.status < 500);
	every('status:401,1xx', ({ head }) => [100, 180, 183, 401].includes(head.status));
});

test('text in any letter case, a URI included, and quoted', () => {
	every('expires=60', ({ entry }) => textOf(entry).includes('expires=60'));
	every('SIP:102@SIP.example.com', ({ entry }) =>
		textOf(entry).includes('sip:102@sip.example.com')
	);
	every('"Busy Here"', ({ head }) => head.status === 486);
});

test('a minus excludes', () => {
	every('-method:REGISTER', ({ head }) => head.method !== 'REGISTER');
	every('-"Busy Here"', ({ head }) => head.status !== 486);
});

test('terms are all to hold', () => {
	every('method:INVITE status:2xx', ({ head }) => head.method === 'INVITE' && head.status === 200);
});

test('a call by Call-ID, by number, by both numbers; with all legs of its conversation', () => {
	const legs = ({ call }: SeenMessage) => call?.callId === 'Call-A' || call?.callId === 'Call-B';
	every('call:Call-A', legs);
	every('call:+16505550101', legs);
	every('call:101→102', legs);
	every('call:101->102', legs);
	every('call:→78654', ({ call }) => call?.callId === 'busy');
});

test('a phone by name, extension and instance', () => {
	const ofAlice = ({ entry }: SeenMessage) => entry.phone === 'alice';
	every('phone:alic', ofAlice);
	every('phone:101', ofAlice);
	every('phone:a11', ofAlice);
});

test('from and to', () => {
	every('from:Alice', ({ head }) => head.from.includes('Alice'));
	every('to:78654', ({ head }) => head.to.includes('78654'));
});

test('messages that prove a finding: any, by rule, by severity', () => {
	every('has:finding', ({ entry }) => findingsAt(entry.seq).length > 0);
	every('-has:finding', ({ entry }) => findingsAt(entry.seq).length === 0);
	const ofDave = ({ entry }: SeenMessage) =>
		findingsAt(entry.seq).some(({ rule }) => rule === 'wrong-password');
	every('finding:wrong-password', ofDave);
	every('finding:wrong-p', ofDave);
	every('finding:slots-full,wrong-password phone:Dave', ofDave);
	every('finding:error', ({ entry }) =>
		findingsAt(entry.seq).some(({ severity }) => severity === 'error')
	);
});

test.each([
	['method:', 7, 'needs a value'],
	['BYE status:abc', 11, 'no status'],
	['status:786', 7, 'no status'],
	['a "b c', 2, 'never closed'],
	['has:call', 4, 'has:finding alone'],
	['finding:error,xyz', 8, '"xyz" is no finding'],
	['from:""', 5, 'needs a value'],
	['-', 1, 'nothing to look for']
])('tells what is wrong with %j', (text, offset, message) => {
	expect(parseFilter(text)).toEqual({ offset, message: expect.stringContaining(message) });
});

test('any text is a filter or an error within it', () => {
	const piece = fc.constantFrom(
		'method:',
		'status:4xx',
		'"',
		'-',
		' ',
		'call:',
		'finding:',
		'has:',
		'->',
		'[',
		'\\',
		'('
	);
	const text = fc.oneof(
		fc.string(),
		fc.array(piece).map((pieces) => pieces.join(''))
	);
	fc.assert(
		fc.property(text, (written) => {
			const filter = parseFilter(written);
			if ('message' in filter) {
				expect(filter.offset).toBeGreaterThanOrEqual(0);
				expect(filter.offset).toBeLessThanOrEqual(written.length);
			}
		})
	);
});

test('a word and its exclusion part all messages', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[^"]+$/), (word) => {
			const parts = [...found(`"${word}"`), ...found(`-"${word}"`)];
			expect(new Set(parts)).toEqual(new Set(analysis.messages));
			expect(parts).toHaveLength(analysis.messages.length);
		})
	);
});

test('a word that is in a message finds it', () => {
	const words = fc
		.constantFrom(...analysis.messages)
		.chain((message) =>
			fc.tuple(fc.constant(message), fc.constantFrom(...textOf(message.entry).split(/[\s"]+/)))
		)
		.filter(([, word]) => word !== '' && !word.startsWith('-') && !/^(to|from|call)\b/i.test(word));
	fc.assert(
		fc.property(words, ([message, word]) => {
			expect(found(word)).toContain(message);
		})
	);
});
