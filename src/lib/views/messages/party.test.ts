import { expect, test } from 'vitest';
import { partyLabel } from './party.ts';

test.each([
	['"Alice" <sip:16505550100*101@example.com>;tag=1', { number: '101', name: 'Alice' }],
	['<sip:+16505550142@203.0.113.10>', { number: '+16505550142' }],
	['"+16505550142" <sip:+16505550142@203.0.113.10>', { number: '+16505550142' }],
	['<sip:example.com>', { number: 'example.com' }],
	['', undefined]
])('%s', (value, label) => {
	expect(partyLabel(value)).toEqual(label);
});
