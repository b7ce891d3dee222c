import { expect, test } from 'vitest';
import { isListField, isSingleField } from './field-kinds.ts';
import { fieldMeaning } from './field-meanings.ts';

test('in any spelling, with the rule that defines it', () => {
	const via = { words: expect.stringContaining('way'), rfc: 3261, section: '20.42' };
	for (const name of ['Via', 'v', 'VIA']) expect(fieldMeaning(name)).toEqual(via);
	expect(fieldMeaning('Refer-To')).toMatchObject({ rfc: 3515, section: '2.1' });
	expect(fieldMeaning('Path')).toEqual({ words: expect.any(String), rfc: 3327 });
	for (const name of ['X-Own', 'constructor', '']) expect(fieldMeaning(name)).toBeUndefined();
});

test.each(['From', 'To', 'Call-ID', 'CSeq', 'Contact', 'Expires', 'Event', 'Reason', 'Replaces'])(
	'%s, which the parser knows, is explained',
	(name) => {
		expect(isListField(name) || isSingleField(name)).toBe(true);
		expect(fieldMeaning(name)?.words).toMatch(/^\S.*[^.]$/);
	}
);
