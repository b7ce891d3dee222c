import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../tests/arbitraries/message.ts';
import { headers, parseMessage } from './message.ts';
import { parseUri, uriScheme } from './uri.ts';

describe('parseUri', () => {
	test('reads all parts', () => {
		const uri = parseUri(
			'SIPS:al%69ce:secret@example.com:5061;transport=WSS;lr?Subject=a%20b&Call-ID=1@b'
		);
		expect(uri).toEqual({
			scheme: 'sips',
			user: 'alice',
			password: 'secret',
			host: 'example.com',
			port: 5061,
			parameters: new Map([
				['transport', 'WSS'],
				['lr', undefined]
			]),
			headers: [
				{ name: 'Subject', value: 'a b' },
				{ name: 'Call-ID', value: '1@b' }
			]
		});
	});

	test.each([
		['sip:#996016@sip.example.com:5060', '#996016', 'sip.example.com', 5060],
		['sip:%23996016@203.0.113.10', '#996016', '203.0.113.10', undefined],
		['sip:16505550100*101@[2001:db8::1]:5061;ob', '16505550100*101', '[2001:db8::1]', 5061],
		['sip:example.com', undefined, 'example.com', undefined],
		['sip:a;phone-context=+1@example.com', 'a;phone-context=+1', 'example.com', undefined],
		['sip:%E4%zz@example.com', '%E4%zz', 'example.com', undefined],
		['tel:+1-650-555-0101;ext=9', '+1-650-555-0101', '', undefined]
	])('%s', (text, user, host, port) => {
		const uri = parseUri(text);
		expect([uri?.user, uri?.host, uri?.port]).toEqual([user, host, port]);
	});

	test.each(['', 'sip:', 'sip:a@', 'mailto:a@example.com', '16505550101', '*'])(
		'%j is none',
		(text) => {
			expect(parseUri(text)).toBeUndefined();
		}
	);

	test('never throws', () => {
		fc.assert(fc.property(anyText, (text) => void parseUri(`sip:${text}`)));
	});
});

test.each([
	['sip:a@2001:db8::1;lr', '2001:db8::1', undefined],
	['sip:a@example.com:5060?x=y', 'example.com', 5060],
	['sip:a@example.com:', 'example.com', undefined]
])('the host of %s', (text, host, port) => {
	const uri = parseUri(text);
	expect([uri?.host, uri?.port]).toEqual([host, port]);
});

test('headers are kept in order, repeated ones too', () => {
	const uri = parseUri('sip:a@example.com?Route=%3Csip:b%3E&route=%3Csip:c%3E&x');
	expect(uri?.headers.map(({ name, value }) => [name, value])).toEqual([
		['Route', '<sip:b>'],
		['route', '<sip:c>']
	]);
	expect(uri && headers(uri, 'ROUTE')).toEqual(['<sip:b>', '<sip:c>']);
});

test.each([
	['SIP:a@example.com', 'sip'],
	['soap.beep://192.0.2.103:3002', 'soap.beep'],
	['*', ''],
	['1a:b', '']
])('the scheme of %s', (text, scheme) => {
	expect(uriScheme(text)).toBe(scheme);
});

describe('a URI that is written by the grammar', () => {
	const escaped = (text: string, allowed: RegExp) =>
		[...text]
			.map((character) =>
				allowed.test(character)
					? character
					: [...new TextEncoder().encode(character)]
							.map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
							.join('')
			)
			.join('');
	const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
	const user = text.map((raw) => ({ raw, written: escaped(raw, /[\w.!~*'()&=+$,;?/-]/) }));
	const password = text.map((raw) => ({ raw, written: escaped(raw, /[\w.!~*'()&=+$,-]/) }));
	const word = text.map((raw) => ({ raw, written: escaped(raw, /[\w.!~*'()[\]/:&+$-]/) }));
	const hvalue = text.map((raw) => ({ raw, written: escaped(raw, /[\w.!~*'()[\]/?:+$-]/) }));
	const host = fc.oneof(
		fc.ipV4(),
		fc.ipV6().map((address) => `[${address}]`),
		fc.domain(),
		fc.constantFrom('a', 'example.com.', 'a-b.c1')
	);
	const uri = fc.record({
		scheme: fc.constantFrom('sip', 'SIPS'),
		userInfo: fc.option(fc.tuple(user, fc.option(password))),
		host,
		port: fc.option(fc.integer({ min: 0, max: 65_535 })),
		parameters: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z-]{1,6}$/), fc.option(word)), {
			selector: ([name]) => name,
			maxLength: 3
		}),
		headers: fc.array(fc.tuple(fc.stringMatching(/^[A-Za-z-]{1,6}$/), hvalue), { maxLength: 3 })
	});

	test('is read in its parts, and there is no problem with it', () => {
		fc.assert(
			fc.property(uri, ({ scheme, userInfo, host, port, parameters, headers }) => {
				const [name, secret] = userInfo ?? [];
				const written = [
					`${scheme}:`,
					name ? `${name.written}${secret ? `:${secret.written}` : ''}@` : '',
					host,
					port === null ? '' : `:${port}`,
					...parameters.map(([key, value]) => `;${key}${value ? `=${value.written}` : ''}`),
					headers.length > 0 ? '?' : '',
					headers.map(([key, value]) => `${key}=${value.written}`).join('&')
				].join('');
				expect(parseUri(written)).toEqual({
					scheme: scheme.toLowerCase(),
					...(name && { user: name.raw }),
					...(secret && { password: secret.raw }),
					host,
					...(port !== null && { port }),
					parameters: new Map(parameters.map(([key, value]) => [key, value?.raw])),
					headers: headers.map(([key, value]) => ({ name: key, value: value.raw }))
				});
				const message = parseMessage(`SIP/2.0 200 OK\r\nRefer-To: <${written}>\r\n\r\n`);
				expect(message.problems.filter(({ code }) => code !== 'header-missing')).toEqual([]);
			}),
			{ numRuns: 500 }
		);
	});
});
