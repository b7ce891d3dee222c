import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { parseMessage } from '../message.ts';
import { PROBLEM_SOURCES, type ProblemCode } from '../problem.ts';

const SOUND = [
	'INVITE sip:#996016@sip.example.com:5060 SIP/2.0',
	'v: SIP/2.0/WSS a.invalid;branch=z9hG4bK-1',
	'f: "Alice" <sip:16505550100*101@sip.example.com>;tag=a1',
	'To: <sip:16505550101@sip.example.com>',
	'Call-Id: abc',
	'CSeq: 7 INVITE',
	'Max-Forwards: 70',
	'Content-Length: 3',
	'',
	'ü\n'
];

/** The sound message with another line in the place of the one that begins so. */
function withLine(name: string, line: string): string {
	return SOUND.map((old) => (old.startsWith(name) ? line : old)).join('\r\n');
}

/** What gives one problem of that code and no other, and the part of it that is wrong. */
const EXAMPLES: Record<ProblemCode, [text: string | Uint8Array, written: string]> = {
	'start-line-malformed': ['hello', 'hello'],
	'start-line-spacing': [withLine('INVITE', 'INVITE sip:a  SIP/2.0'), ' '],
	'version-unsupported': [withLine('INVITE', 'INVITE sip:a SIP/3.0'), 'SIP/3.0'],
	'status-out-of-range': [withLine('INVITE', 'SIP/2.0 700 Odd'), '700'],
	'header-malformed': [withLine('Max', 'no field'), 'no field'],
	'header-missing': [withLine('Call-Id', 'X-A: 1'), SOUND[0] ?? ''],
	'header-repeated': [withLine('Max', 't: <sip:b>'), 't: <sip:b>'],
	'body-separator-missing': [SOUND.slice(0, 7).join('\r\n'), ''],
	'bare-line-feed': [withLine('Max', 'X-A: 1\nX-B: 2'), '\n'],
	'control-character': [withLine('Max', 'X-A: a\0b'), '\0'],
	'not-utf-8': [
		Uint8Array.from(
			SOUND.slice(0, 7).join('\r\n').replace('Alice', 'Al\xefce') + '\r\n\r\n',
			(letter) => letter.charCodeAt(0)
		),
		'\xef'
	],
	'content-length-malformed': [withLine('Content-L', 'l: -3'), '-3'],
	'content-length-mismatch': [withLine('Content-L', 'l: 2'), '2'],
	'message-behind': [`${SOUND.join('\r\n')}SIP/2.0 200 OK`, 'SIP/2.0 200 OK'],
	'value-malformed': [withLine('Max', 'Max-Forwards: many'), 'many'],
	'separator-extra': [withLine('To', 'To: <sip:b>;;tag=1'), ';;'],
	'quote-unterminated': [withLine('To', 'To: "B <sip:b>'), '"B <sip:b>'],
	'parameter-malformed': [withLine('To', 'To: <sip:b>;=1'), '=1'],
	'parameter-repeated': [withLine('To', 'To: <sip:b>;tag=1;Tag=2'), 'Tag=2'],
	'number-out-of-range': [withLine('Max', 'Max-Forwards: 256'), '256'],
	'cseq-malformed': [withLine('CSeq', 'CSeq: INVITE 7'), 'INVITE 7'],
	'cseq-method-mismatch': [withLine('CSeq', 'CSeq: 7 ACK'), 'ACK'],
	'via-malformed': [withLine('v', 'Via: x'), 'x'],
	'branch-incomplete': [withLine('v', 'Via: SIP/2.0/WSS a;branch=z9hG4bK'), 'z9hG4bK'],
	'date-malformed': [withLine('Max', 'Date: Fri, 01 Jan 2010 16:00:00 EST'), 'EST'],
	'display-name-malformed': [withLine('To', 'To: B, C <sip:b>'), 'B, C'],
	'uri-malformed': [withLine('To', 'To: <b>'), 'b'],
	'uri-spaces': [withLine('To', 'To: <sip: b>'), ' '],
	'uri-bracketed': [withLine('INVITE', 'INVITE <sip:b> SIP/2.0'), '<sip:b>'],
	'uri-unbracketed': [withLine('To', 'To: sip:b?x=y'), 'sip:b?x=y'],
	'uri-headers': [withLine('INVITE', 'INVITE sip:b?x=y SIP/2.0'), '?x=y'],
	'host-malformed': [withLine('To', 'To: <sip:b_c>'), 'b_c'],
	'ipv6-unbracketed': [withLine('To', 'To: <sip:b@2001:db8::1>'), '2001:db8::1']
};

describe('problems', () => {
	test.each(Object.entries(EXAMPLES))('%s', (code, [wire, written]) => {
		const { text, problems } = parseMessage(wire);
		expect(problems.map((problem) => problem.code)).toEqual([code]);
		const [{ offset, length } = { offset: 0, length: 0 }] = problems;
		expect(text.slice(offset, offset + length)).toBe(written);
	});

	test('there are none in a sound message', () => {
		expect(parseMessage(SOUND.join('\r\n')).problems).toEqual([]);
	});

	test.each(['v', 'f', 'To', 'Call-Id', 'CSeq'])('%s is missed', (name) => {
		const [problem] = parseMessage(withLine(name, 'X-A: 1')).problems;
		expect(problem).toMatchObject({ code: 'header-missing', offset: 0 });
	});

	test('lines that are none, and what is folded to nothing, are told one by one', () => {
		const text = withLine(
			'v:',
			' folded to nothing\r\nVia: SIP/2.0/WSS a\r\na b: c\r\nno field\r\n more'
		);
		const { problems } = parseMessage(text);
		expect(problems.map(({ code }) => code)).toEqual(Array(4).fill('header-malformed'));
	});

	test('a status line may lack its reason, but not the space before it', () => {
		const codes = (line: string) =>
			parseMessage(withLine('INVITE', line)).problems.map(({ code }) => code);
		expect(codes('SIP/2.0 200 ')).toEqual([]);
		expect(codes('SIP/2.0 200')).toEqual(['start-line-spacing']);
		expect(codes('SIP/2.0  200 OK')).toEqual(['start-line-spacing']);
		expect(codes('sip/2.0 200  OK, "all" is (well) ')).toEqual([]);
	});

	test('are within the text and in order, whatever the text', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const { problems } = parseMessage(text);
				for (const [i, { offset, length }] of problems.entries()) {
					expect(offset).toBeGreaterThanOrEqual(problems[i - 1]?.offset ?? 0);
					expect(length).toBeGreaterThanOrEqual(0);
					expect(offset + length).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: 1_000 }
		);
	});
});

test('the documentation lists every code, with its source', () => {
	const page = readFileSync(new URL('../../../../docs/sip-core.md', import.meta.url), 'utf8');
	const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` +\| .+ \| (.+?) +\|$/gm)];
	expect(rows.map(([, code, source]) => [code, source])).toEqual(
		Object.entries(PROBLEM_SOURCES).map(([code, source]) => [code, source ?? 'that of the field'])
	);
});
