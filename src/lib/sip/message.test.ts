import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageText } from '../../../tests/arbitraries/message.ts';
import { type HeaderField, header, headers, parseMessage } from './message.ts';

const INVITE = [
	'INVITE sip:#996016@sip.example.com:5060 SIP/2.0',
	'v: SIP/2.0/WSS a.invalid;branch=z9hG4bK-1',
	'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-2',
	'f: "Alice" <sip:16505550100*101@sip.example.com>;tag=a1',
	'To: <sip:16505550101@sip.example.com>',
	'Call-Id: abc',
	'CSeq: 7 INVITE',
	'Subject: one',
	' \t two  ',
	'\tthree',
	'Content-Length: 3',
	'',
	'ü\n'
].join('\r\n');

describe('parseMessage', () => {
	test('reads a request, its fields in order, its body', () => {
		const message = parseMessage(INVITE);
		expect(message).toMatchObject({
			kind: 'request',
			method: 'INVITE',
			uri: 'sip:#996016@sip.example.com:5060',
			version: 'SIP/2.0',
			body: 'ü\n',
			problems: []
		});
		expect(message.headers[0]).toEqual<HeaderField>({
			name: 'v',
			value: 'SIP/2.0/WSS a.invalid;branch=z9hG4bK-1'
		});
	});

	test('reads a response whose reason has spaces, commas or is missing', () => {
		expect(parseMessage('SIP/2.0 403 Forbidden, instance id is taken\r\n\r\n')).toMatchObject({
			kind: 'response',
			status: 403,
			reason: 'Forbidden, instance id is taken'
		});
		expect(parseMessage('SIP/2.0 200\r\n\r\n')).toMatchObject({ status: 200, reason: '' });
	});

	test('joins folded lines by one space', () => {
		expect(header(parseMessage(INVITE), 'subject')).toBe('one two three');
	});

	test('finds fields whatever their case and form', () => {
		const message = parseMessage(INVITE);
		expect(header(message, 'call-ID')).toBe('abc');
		expect(header(message, 'FROM')).toBe(header(message, 'f'));
		expect(headers(message, 'Via')).toHaveLength(2);
		expect(header(message, 'Route')).toBeUndefined();
	});

	test('takes bare line feeds for line ends', () => {
		const message = parseMessage('BYE sip:a@example.com SIP/2.0\nCall-ID: x\nTo: b\n\nbody\n');
		expect(header(message, 'To')).toBe('b');
		expect(message.body).toBe('body\n');
	});

	test('keeps a body that holds empty lines, and NUL anywhere', () => {
		const message = parseMessage('INFO sip:a SIP/2.0\r\nX: a\0b\r\n\r\na\r\n\r\n\0');
		expect(header(message, 'X')).toBe('a\0b');
		expect(message.body).toBe('a\r\n\r\n\0');
	});

	test.each([
		'',
		'\r\n \r\n',
		'hello',
		'{"a": "b"}',
		'GET / HTTP/1.1\r\nHost: example.com\r\n\r\n'
	])('calls %j unreadable and keeps it', (text) => {
		const message = parseMessage(text);
		expect(message).toMatchObject({ kind: 'unreadable', text, headers: [], body: '' });
		expect(message.problems.map(({ code }) => code)).toEqual(['start-line-malformed']);
	});

	test('skips empty lines before the start line', () => {
		expect(parseMessage('\r\n\r\nSIP/2.0 200 OK\r\n\r\n')).toMatchObject({ status: 200 });
	});

	test('leaves out a line that is no field, with what is folded to it', () => {
		const message = parseMessage('BYE sip:a SIP/2.0\r\nno field\r\n more: of it\r\nTo: b\r\n\r\n');
		expect(message.headers).toEqual([{ name: 'To', value: 'b' }]);
	});

	test('fields keep their order and the case of their names', () => {
		fc.assert(
			fc.property(messageText, (text) => {
				const [head = ''] = text.split('\r\n\r\n', 1);
				const [, ...lines] = head.split('\r\n').filter((line) => !/^[ \t]/.test(line));
				const names = lines.map((line) => (line.split(':', 1)[0] ?? '').trim());
				expect(parseMessage(text).headers.map(({ name }) => name)).toEqual(names);
			})
		);
	});

	test('fields and body are all there is to a sound message', () => {
		fc.assert(
			fc.property(messageText, (text) => {
				const message = parseMessage(text);
				expect(message.kind).not.toBe('unreadable');
				expect(text.endsWith(`\r\n\r\n${message.body}`)).toBe(true);
				for (const { name, value } of message.headers) {
					expect(text).toContain(name);
					expect(value).toBe(value.replace(/^[ \t]+|[ \t]+$/g, ''));
					expect(value).not.toContain('\n');
				}
			})
		);
	});
});
