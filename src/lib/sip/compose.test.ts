import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteLength } from './grammar/byte-length.ts';
import { composeRequest, composeResponse } from './compose.ts';
import { header, parseMessage } from './message.ts';
import { reasonPhrase, statusClass } from './status.ts';

const mandatory = [
	['Via', 'SIP/2.0/WSS a.invalid;branch=z9hG4bK-1'],
	['From', '<sip:a@example.com>;tag=1'],
	['To', '<sip:b@example.com>'],
	['Call-Id', '1'],
	['CSeq', '1 MESSAGE']
] as const;

describe('compose', () => {
	test('what it writes is read back, without a problem', () => {
		const token = fc.stringMatching(/^[\w.!%*+`'~-]{1,20}$/);
		const value = fc.string({ unit: 'grapheme' });
		fc.assert(
			fc.property(fc.array(fc.tuple(token, value)), value, (extra, body) => {
				const fields = extra.map(([name, text]) => [`X-${name}`, text] as const);
				const text = composeRequest({
					method: 'MESSAGE',
					uri: 'sip:b@example.com',
					headers: [...mandatory, ...fields],
					body
				});
				const message = parseMessage(text);
				expect(message).toMatchObject({ kind: 'request', method: 'MESSAGE', body, problems: [] });
				expect(message.headers.map(({ name }) => name)).toEqual(
					[...mandatory, ...fields, ['Content-Length', '']].map(([name]) => name)
				);
				expect(header(message, 'l')).toBe(String(new TextEncoder().encode(body).length));
			})
		);
	});

	test('keeps a Content-Length, and takes fields as objects', () => {
		const text = composeResponse({ status: 603, headers: [{ name: 'l', value: '9' }], body: 'x' });
		expect(text).toBe('SIP/2.0 603 Decline\r\nl: 9\r\n\r\nx');
	});

	test('lets no value begin a field of its own', () => {
		const text = composeResponse({
			status: 200,
			reason: 'OK\r\nX: 1',
			headers: [['Subject', 'a\r\n\r\nEvil: yes\nTo: c']]
		});
		expect(parseMessage(text).headers.map(({ name }) => name)).toEqual([
			'Subject',
			'Content-Length'
		]);
	});
});

test('byteLength is that of UTF-8, surrogates included', () => {
	fc.assert(
		fc.property(
			fc.string({
				unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
			}),
			(text) => {
				expect(byteLength(text)).toBe(new TextEncoder().encode(text).length);
			}
		)
	);
});

test('a status has a phrase and a class', () => {
	expect([180, 486, 199, 599, 700].map(reasonPhrase)).toEqual([
		'Ringing',
		'Busy Here',
		'Early Dialog Terminated',
		'Server Internal Error',
		'Busy Everywhere'
	]);
	expect([100, 299, 407, 603, 0, 999].map(statusClass)).toEqual([1, 2, 4, 6, 1, 6]);
});
