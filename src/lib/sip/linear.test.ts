import { describe, expect, test } from 'vitest';
import { countSteps } from '../../../tests/steps.ts';
import { parseAddress } from './fields/address.ts';
import { parseContacts } from './fields/contact.ts';
import { parseRetryAfter } from './fields/retry-after.ts';
import { parseVia } from './fields/via.ts';
import { scanHead } from './head.ts';
import { parseMessage, values } from './message.ts';
import { splitMessages } from './split-messages.ts';
import { parseUri } from './uri.ts';

const FIELDS = ['Via', 'From', 'Contact', 'Route', 'Call-ID', 'CSeq', 'Warning', 'Content-Type'];

const head = (lines: string) => `BYE sip:a SIP/2.0\r\n${lines}\r\n\r\n`;

/** What makes parsers slow, in messages that grow with `n`. */
const HOSTILE: Record<string, (n: number) => string> = {
	'lines that are no fields': (n) => head('c\n'.repeat(n)),
	'empty lines': (n) => '\r\n'.repeat(n),
	'folded lines': (n) => head(`Via: a${'\r\n b'.repeat(n)}`),
	'folded lines of every field': (n) =>
		head(
			FIELDS.map((f) => `${f}: a\r\n b`)
				.join('\r\n')
				.repeat(n)
		),
	blanks: (n) => head(`Via: ${' '.repeat(n)}x`),
	'blanks in the start line': (n) => `BYE ${' '.repeat(n)}sip:a${' '.repeat(n)}SIP/2.0\r\n\r\n`,
	'nothing but blanks': (n) => ' '.repeat(n),
	'one header as long as the message': (n) => head(`Subject: ${'x'.repeat(n)}`),
	'fields of one name': (n) => head('To: x\r\n'.repeat(n)),
	'start lines': (n) => 'SIP/2.0 200 OK\r\n\r\n'.repeat(n),
	'lines that begin as start lines do': (n) => 'SIP/2.0\r\nBYE\r\n'.repeat(n),
	messages: (n) => 'SIP/2.0 200 OK\r\nl: 2\r\n\r\nabx\r\n'.repeat(n),
	'a large status': (n) => `SIP/2.0 ${'9'.repeat(n)} x\r\n\r\n`,
	'escaped controls': (n) => head(`Subject: ${'\\\0'.repeat(n)}`),
	'backslashes before a control': (n) => head(`Subject: ${'\\'.repeat(n)}\0`),
	...Object.fromEntries(
		[
			...[
				'"',
				'\\"',
				'<',
				'>',
				'<;',
				';',
				';;',
				',',
				', ,',
				';a',
				';a=',
				';a=";',
				'<a,',
				'=',
				'(',
				'(\\'
			],
			...[
				'a ',
				'a:',
				':',
				'[',
				'[:',
				'sip:',
				'sip:a@',
				'%',
				'%4',
				'?',
				'&a',
				'/',
				' / ',
				'1',
				'1.',
				'a-',
				'\0'
			],
			...[
				'<sip:a>,',
				'sip:a;',
				';tag',
				';x="\\',
				'SIP/2.0/UDP a,',
				'é',
				'\ud83d',
				'\r',
				'a b,',
				'307 a "b",'
			]
		].map((piece) => [
			`${JSON.stringify(piece)} again and again in every field`,
			(n: number) => head(FIELDS.map((field) => `${field}: ${piece.repeat(n)}`).join('\r\n'))
		])
	),
	...Object.fromEntries(
		[';a', ';a=b', ';;', '?a', '&a=b', '@', ':', '%41', '[', ']', '.', '-', 'a.'].map((piece) => [
			`${JSON.stringify(piece)} again and again in URIs`,
			(n: number) => {
				const uri = `sip:a@b${piece.repeat(n)}`;
				return `BYE ${uri} SIP/2.0\r\nTo: <${uri}>\r\nContact: ${uri}\r\n\r\n`;
			}
		])
	)
};

function readAll(text: string): void {
	const message = parseMessage(text);
	void message.problems;
	scanHead(text);
	splitMessages(text);
	for (const name of FIELDS) {
		for (const value of values(message, name)) {
			parseVia(value);
			parseUri(parseAddress(value)?.uri ?? value);
			parseRetryAfter(value);
		}
	}
	parseContacts(values(message, 'Contact'));
}

describe('ten times the input takes ten times the steps', () => {
	test.each(Object.entries(HOSTILE))('%s', (_, grow) => {
		const [small, large] = [grow(300), grow(3_000)];
		const perCharacter = countSteps(() => readAll(small)) / small.length;
		expect(countSteps(() => readAll(large)) / large.length).toBeLessThan(perCharacter * 1.25 + 1);
	});
});

test('a header of a megabyte is read whole', () => {
	const value = 'x'.repeat(2 ** 20);
	const message = parseMessage(head(`Subject: ${value}\r\nTo: "${value}`));
	expect(message.headers.map((field) => field.value.length)).toEqual([2 ** 20, 2 ** 20 + 1]);
	expect(message.problems.map(({ code }) => code)).toContain('quote-unterminated');
});
