import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { addressOfRecord } from './address-of-record.ts';
import { parseAddress, tagOf } from './address.ts';

describe('parseAddress', () => {
	test.each([
		['<sip:a@example.com>;tag=1', undefined, 'sip:a@example.com'],
		[
			'"Alice \\"A\\" <x>; y" <sip:a@example.com;tag=no>;tag=1',
			'Alice "A" <x>; y',
			'sip:a@example.com;tag=no'
		],
		['Alice Example <sip:a@example.com>;tag=1', 'Alice Example', 'sip:a@example.com'],
		['sip:a@example.com;tag=1', undefined, 'sip:a@example.com'],
		['sip:a@example.com;x="<urn:uuid:1>";tag=1', undefined, 'sip:a@example.com'],
		['"never closed <sip:a@example.com>;tag=1', 'never closed ', 'sip:a@example.com']
	])('%s', (value, displayName, uri) => {
		const address = parseAddress(value);
		expect(address?.displayName?.trim()).toBe(displayName?.trim());
		expect(address?.uri).toBe(uri);
		expect(address?.parameters.get('tag')).toBe('1');
		expect(tagOf(value)).toBe('1');
	});

	test.each(['', ' ', '<>', ';tag=1', '"Alice"'])('finds no URI in %j', (value) => {
		expect(parseAddress(value)).toBeUndefined();
	});

	test('reads the SDK’s Refer-To of a warm transfer', () => {
		expect(
			parseAddress('"1@example.com" <sip:1@example.com;transport=wss?Replaces=a%3Bto-tag%3Db>')
		).toMatchObject({ uri: 'sip:1@example.com;transport=wss?Replaces=a%3Bto-tag%3Db' });
	});

	test('never throws', () => {
		fc.assert(fc.property(anyText, (text) => void parseAddress(text)));
	});
});

test.each([
	[
		'"A" <sip:16505550100*101@SIP.example.com:5061;transport=wss>;tag=1',
		'sip:16505550100*101@sip.example.com'
	],
	['sip:16505550100@example.com', 'sip:16505550100@example.com'],
	['<sip:example.com>', 'sip:example.com'],
	['<tel:+16505550101>', 'tel:+16505550101'],
	['nobody', 'nobody']
])('addressOfRecord(%s)', (value, expected) => {
	expect(addressOfRecord(value)).toBe(expected);
});
