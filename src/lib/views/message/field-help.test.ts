import { expect, test } from 'vitest';
import { fieldHelp } from './field-help.ts';

test('what a field is for, with a link to its section', () => {
	expect(fieldHelp('i')).toEqual({
		words: expect.stringContaining('tells this call'),
		source: 'RFC 3261 §20.8',
		href: 'https://www.rfc-editor.org/rfc/rfc3261#section-20.8'
	});
	expect(fieldHelp('Path')?.href).toBe('https://www.rfc-editor.org/rfc/rfc3327');
	expect(fieldHelp('P-rc')).toEqual({ words: expect.stringContaining('RingCentral') });
	expect(fieldHelp('X-Own')).toBeUndefined();
});
