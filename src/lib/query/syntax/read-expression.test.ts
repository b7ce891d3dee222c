import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterTexts } from '../../../../tests/filter-texts.ts';
import { type Expression, termsOf } from '../expression.ts';
import { isFilterError } from '../filter-error.ts';
import { printExpression } from '../../../../tests/print-expression.ts';
import { quote } from './quote.ts';
import { readExpression } from './read-expression.ts';

/** What was read, in brackets wherever something is joined. */
function shape(expression: Expression): string {
	const { kind, negated } = expression;
	const text =
		kind === 'term'
			? `${expression.key ?? 'text'}:${expression.values.map(({ text }) => text).join('|')}`
			: `${kind}(${expression.parts.map(shape).join(' ')})`;
	return negated ? `-${text}` : text;
}

function read(text: string): Expression {
	const expression = readExpression(text);
	if (isFilterError(expression)) throw new Error(expression.message);
	return expression;
}

test.each([
	['', 'all()'],
	['a', 'text:a'],
	['a b', 'all(text:a text:b)'],
	['a b or c', 'any(all(text:a text:b) text:c)'],
	['a (b or c)', 'all(text:a any(text:b text:c))'],
	['-(a b)', '-all(text:a text:b)'],
	['-(-a)', '-all(-text:a)'],
	['((a))', 'text:a'],
	['-a or -method:BYE', 'any(-text:a -method:BYE)'],
	['sip:a@example.com "x or y"', 'all(text:sip:a@example.com text:x or y)'],
	['order and (origin)', 'all(text:order text:origin)'],
	['"a \\"b\\" \\\\ \\c"', 'text:a "b" \\ \\c'],
	['a(b)c (d(e))', 'all(text:a(b)c text:d(e))'],
	['from:a,"b, c",d', 'from:a|b, c|d'],
	['a,b', 'text:a,b'],
	['header:Contact~"a b",Via', 'header:a b|'],
	['METHOD:bye', 'method:bye'],
	['/[/ ]\\/(x|y)/i z', 'all(text:[/ ]\\/(x|y) text:z)']
])('reads %j', (text, expected) => {
	expect(shape(read(text))).toBe(expected);
});

test.each([
	['method:', 7, 0, 'needs a value', undefined],
	['method:BYE,', 11, 0, 'needs a value', undefined],
	['BYE status:abc', 11, 3, 'no status', undefined],
	['status:786', 7, 3, 'no status', undefined],
	['a "b c', 2, 4, 'never closed', undefined],
	['from:""', 5, 2, 'needs a value', undefined],
	['-', 1, 0, 'nothing to look for', undefined],
	['a or', 4, 0, 'nothing to look for', undefined],
	['or a', 0, 2, 'nothing to look for', undefined],
	['()', 1, 0, 'nothing to look for', undefined],
	['(a', 0, 2, 'never closed', undefined],
	['a) b', 1, 1, 'closes none', undefined],
	['('.repeat(100), 32, 1, 'too many', undefined],
	['/a', 0, 2, 'never closed', undefined],
	['/a/x', 0, 4, '"x" is no flag', undefined],
	['/(a/', 0, 4, 'missing closing', undefined],
	['/a(?=b)/', 0, 8, 'ahead or behind', undefined],
	['metod:INVITE', 0, 6, 'Did you mean method:?', 'method:'],
	['a caller:101', 2, 7, 'Did you mean from:?', 'from:'],
	['has:sdo', 4, 3, 'Did you mean sdp?', 'sdp'],
	['is:tall', 3, 4, 'Write one of request, response', undefined],
	['cmd:IncomingCal', 4, 11, 'Did you mean IncomingCall?', 'IncomingCall'],
	['finding:error,xyz', 14, 3, '"xyz" is no finding', undefined],
	['finding:wrong-pasword', 8, 13, 'Did you mean wrong-password?', 'wrong-password'],
	['dialog:confirmd', 7, 8, 'Did you mean confirmed?', 'confirmed'],
	['header:~x', 7, 2, 'needs a value', undefined],
	['header:X~', 7, 2, 'needs a value', undefined],
	['after:25:00', 6, 5, 'no time', undefined],
	['after:2026-02-30', 6, 10, 'no time', undefined],
	['after:1s,2s', 9, 2, 'takes one time', undefined]
])('tells what is wrong with %j', (text, offset, length, message, suggestion) => {
	expect(readExpression(text)).toEqual({
		offset,
		length,
		message: expect.stringContaining(message),
		...(suggestion === undefined ? {} : { suggestion })
	});
});

test('words before a colon that are no slip are text', () => {
	for (const text of ['tel:+16505550101', 'Via: x', 'a:b', 'Expires:60', 'localhost:5060', 'ip:x'])
		expect(termsOf(read(text)).every(({ key }) => key === undefined)).toBe(true);
});

test('any text is a filter or an error within it', () => {
	fc.assert(
		fc.property(filterTexts, (written) => {
			const filter = readExpression(written);
			if (isFilterError(filter)) {
				expect(filter.offset).toBeGreaterThanOrEqual(0);
				expect(filter.length).toBeGreaterThanOrEqual(0);
				expect(filter.offset + filter.length).toBeLessThanOrEqual(written.length);
			} else {
				for (const { start, end } of termsOf(filter))
					expect(0 <= start && start < end && end <= written.length).toBe(true);
			}
		}),
		{ numRuns: 1_000 }
	);
});

test('what is suggested instead takes the error away, or leads to a later one', () => {
	fc.assert(
		fc.property(filterTexts, (written) => {
			const error = readExpression(written);
			if (!isFilterError(error) || error.suggestion === undefined) return;
			const { offset, length, suggestion } = error;
			const mended = written.slice(0, offset) + suggestion + written.slice(offset + length);
			const next = readExpression(mended);
			if (!isFilterError(next)) return;
			// A group that is left open is told of last, and where it begins.
			const isGroup = mended[next.offset] === '(' && next.offset < offset;
			if (!isGroup) expect(next.offset).toBeGreaterThanOrEqual(offset + suggestion.length);
		}),
		{ numRuns: 1_000 }
	);
});

test('what is printed reads as what was printed', () => {
	fc.assert(
		fc.property(filterTexts, (written) => {
			const filter = readExpression(written);
			if (isFilterError(filter)) return;
			const printed = printExpression(filter);
			expect(shape(read(printed))).toBe(shape(filter));
			expect(printExpression(read(printed))).toBe(printed);
		}),
		{ numRuns: 1_000 }
	);
});

test('any text can be quoted', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[\\" a]+$/)), (text) => {
			expect(shape(read(quote(text)))).toBe(`text:${text}`);
		})
	);
});
