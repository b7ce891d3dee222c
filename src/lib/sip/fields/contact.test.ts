import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { parseContacts } from './contact.ts';
import { splitList } from '../grammar/list.ts';

describe('parseContacts', () => {
	test('reads what the SDK registers', () => {
		expect(
			parseContacts([
				'<sip:x@y.invalid;transport=wss>;+sip.instance="<urn:uuid:800555010001>";reg-id=1;expires=60'
			])
		).toMatchObject([
			{
				uri: 'sip:x@y.invalid;transport=wss',
				instance: '800555010001',
				regId: 1,
				expiresSeconds: 60
			}
		]);
	});

	test('reads lists over several fields', () => {
		const contacts = parseContacts([
			'"a, b" <sip:a,1@example.com>;q=0.5, sip:b@example.com;expires=soon',
			'<sip:c@example.com>;+sip.instance="<urn:other:1>";q=2'
		]);
		expect(contacts).toMatchObject([
			{ displayName: 'a, b', uri: 'sip:a,1@example.com', q: 0.5 },
			{ uri: 'sip:b@example.com' },
			{ uri: 'sip:c@example.com', instance: 'urn:other:1' }
		]);
		expect(contacts[1]).toMatchObject({ expiresSeconds: undefined });
		expect(contacts[2]).toMatchObject({ q: undefined });
	});

	test('knows the star, and leaves out what has no URI', () => {
		expect(parseContacts([' * '])).toBe('*');
		expect(parseContacts(['', ';expires=0', '<>'])).toEqual([]);
	});

	test('never throws', () => {
		fc.assert(
			fc.property(fc.array(anyText, { maxLength: 3 }), (texts) => void parseContacts(texts))
		);
	});
});

test('splitList takes apart what was joined', () => {
	const element = fc.constantFrom('a', '"b, \\" c"', '<sip:d,e@f>', 'x;y="1,2"', '*');
	fc.assert(
		fc.property(fc.array(element, { minLength: 1 }), (elements) => {
			expect(splitList(elements.join(' ,\t'))).toEqual(elements);
		})
	);
});
