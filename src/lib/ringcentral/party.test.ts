import { expect, test } from 'vitest';
import { extensionOf } from './extension.ts';
import { parsePartyIds } from './party.ts';

test.each([
	['party-id=p-33f7-2;session-id=s-33f7', { partyId: 'p-33f7-2', sessionId: 's-33f7' }],
	['session-id=Y3Mx ; party-id=cs17-6', { partyId: 'cs17-6', sessionId: 'Y3Mx' }],
	['party-id=p-1-1', { partyId: 'p-1-1' }],
	['', {}]
])('parsePartyIds(%j)', (value, expected) => {
	expect(parsePartyIds(value)).toEqual(expected);
});

test.each([
	['16505550100*101', '101'],
	['16505550100', undefined],
	['16505550100*', undefined],
	['*9*3046', '3046']
])('extensionOf(%j)', (userName, extension) => {
	expect(extensionOf(userName)).toBe(extension);
});
