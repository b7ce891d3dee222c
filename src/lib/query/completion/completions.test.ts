import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterTexts } from '../../../../tests/filter-texts.ts';
import { ScriptedTrace } from '../../../../tests/scripted-trace.ts';
import { createAnalysis } from '../../analysis/analysis.ts';
import { Findings } from '../../analysis/rules/findings.ts';
import { conditionOf } from '../conditions/condition-of.ts';
import { termsOf } from '../expression.ts';
import { isFilterError } from '../filter-error.ts';
import { KEYS } from '../keys/keys.ts';
import { readExpression } from '../syntax/read-expression.ts';
import { completed, completionsAt } from './completions.ts';
import { valuesOf } from './vocabulary.ts';

const analysis = createAnalysis();
const trace = new ScriptedTrace();
const alice = trace.phone('Alice at home', '101', { instance: 'a11ce' }).start();
const bob = trace.phone('Bob', '102').start();
alice.call('102', { callId: 'Call-A', session: 'abc' }).dial().answered().hangUp();
bob.ring({ name: 'Alice', number: '+16505550101' }, { callId: 'Call-B', session: 'abc' }).confirm();
alice.call('78654', { callId: 'busy' }).dial().refused(486);
trace.phone('Dave', '103').online().register({ status: 401 });
trace.entries.forEach((entry) => analysis.ingest(entry));
const findings = new Findings(analysis).at(trace.now);
const surroundings = {
	analysis,
	startedAt: trace.entries[0]?.at ?? 0,
	findingsAt: (seq: number) => findings.filter(({ evidence }) => evidence.includes(seq))
};

/** What is offered at the bar. */
function offered(text: string): string[] {
	const caret = text.indexOf('|');
	const { list } = completionsAt(text.replace('|', ''), caret, (key) =>
		valuesOf(key, surroundings)
	);
	return list.map((completion) => completion.text);
}

test('keys at first, then those that begin so', () => {
	expect(offered('|')[0]).toBe('method:');
	expect(offered('BYE |').length).toBeGreaterThan(10);
	expect(offered('-h|')).toEqual(['has:', 'header:']);
	expect(offered('(me|')).toEqual(['method:', 'method:MESSAGE']);
});

test('values of the trace, the most frequent first, and what begins so before what has it within', () => {
	expect(offered('status:|').slice(0, 2)).toEqual(['1xx', '4xx']);
	expect(offered('status:4|')).toEqual(expect.arrayContaining(['486', '401']));
	expect(offered('method:BYE,i|')).toEqual(expect.arrayContaining(['INVITE']));
	expect(offered('phone:|')).toEqual(expect.arrayContaining(['Bob', '"Alice at home"']));
	expect(offered('phone:"alice |"')).toEqual(['"Alice at home"']);
	expect(offered('cmd:inc|')).toEqual(['IncomingCall']);
	expect(offered('finding:|')[0]).toBe('error');
	expect(offered('header:call|')).toEqual(['Call-Id']);
	expect(offered('after:|')).toEqual([]);
});

test('saved filters by their names, as a group where they are not alone', () => {
	const saved = [
		{ name: 'Trouble', text: 'status:4xx or status:5xx' },
		{ name: 'Other trouble', text: 'finding:error' }
	];
	const texts = (text: string, caret = text.length) =>
		completionsAt(text, caret, () => [], saved).list.map((one) => one.text);
	expect(texts('tro')).toEqual(['status:4xx or status:5xx', 'finding:error']);
	expect(texts('other')).toEqual(['finding:error']);
	expect(texts('-tro')).toEqual(['(status:4xx or status:5xx)', '(finding:error)']);
	expect(texts('BYE tro')).toEqual(['(status:4xx or status:5xx)', '(finding:error)']);
	expect(texts('method:tro')).toEqual([]);
	expect(texts('')).toEqual(expect.arrayContaining(['finding:error']));
});

test('a bare word that is a value somewhere, with its key', () => {
	expect(offered('invi|')).toEqual(['method:INVITE']);
	expect(offered('486|')).toEqual(['status:486']);
	expect(offered('"486|')).toEqual(['status:486']);
});

test('the key under the caret can be another one; what is written already is not offered', () => {
	expect(offered('me|thod:BYE')).toEqual(['method:MESSAGE']);
	expect(offered('method:BYE|')).toEqual([]);
});

test('counts are those of what is found', () => {
	for (const { key } of KEYS)
		for (const { value, count } of valuesOf(key, surroundings)) {
			if (key === 'call') continue;
			const expression = readExpression(`${key}:"${value}"`);
			const read = key === 'header' ? readExpression(`header:${value}`) : expression;
			if (isFilterError(read)) throw new Error(read.message);
			const found = analysis.messages.filter((message) => conditionOf(read)(message, surroundings));
			// A number may be a part of another one.
			if (key === 'from' || key === 'to') expect(found.length).toBeGreaterThanOrEqual(count);
			else expect([value, found.length]).toEqual([value, count]);
		}
});

test('completing breaks no text: what was before and after stays, and what is completed is sound', () => {
	const places = filterTexts.chain((text) =>
		fc.record({ text: fc.constant(text), caret: fc.nat(text.length), chosen: fc.nat() })
	);
	fc.assert(
		fc.property(places, ({ text, caret, chosen }) => {
			const completions = completionsAt(text, caret, (key) => valuesOf(key, surroundings));
			const { from, to, list } = completions;
			expect(0 <= from && from <= caret && caret <= to && to <= text.length).toBe(true);
			const completion = list[chosen % Math.max(1, list.length)];
			if (!completion) return;
			const next = completed(text, completions, completion);
			expect(next.text.startsWith(text.slice(0, from) + completion.text)).toBe(true);
			expect(next.text.endsWith(text.slice(to))).toBe(true);
			if (completion.text.endsWith(':') || to < text.length) return;
			const error = readExpression(next.text);
			if (!isFilterError(error) || /bracket/.test(error.message)) return;
			// What was wrong before it still is; the completion itself is not.
			expect(error.offset + error.length).toBeLessThanOrEqual(from);
		}),
		{ numRuns: 2_000 }
	);
});

test('each value that is offered reads as that value', () => {
	for (const { key } of KEYS) {
		const { list } = completionsAt(`${key}:`, key.length + 1, (one) => valuesOf(one, surroundings));
		for (const { text } of list) {
			const expression = readExpression(`${key}:${text}`);
			expect(isFilterError(expression) ? expression : termsOf(expression).length).toBe(1);
		}
	}
});
