import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../../tests/arbitraries/message.ts';
import { findField, findFields } from './find-fields.ts';
import { scanHead } from './head.ts';
import { header, headers, parseMessage } from './message.ts';

test('finds what the full parse finds, in every text', () => {
	fc.assert(
		fc.property(anyText, fc.constantFrom('Via', 'To', 'contact', 'X'), (text, name) => {
			const { kind, bodyOffset } = scanHead(text);
			if (kind === 'unreadable') return;
			const message = parseMessage(text);
			expect(findField(text, name, bodyOffset)).toBe(header(message, name));
			expect(findFields(text, name, bodyOffset)).toEqual(headers(message, name));
		})
	);
});
