import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../../tests/arbitraries/message.ts';
import { scanHead } from '../sip/head.ts';
import { header, parseMessage } from '../sip/message.ts';
import { findRcFields } from './rc-fields.ts';

test('finds what the full parse finds, in every text', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { kind, bodyOffset } = scanHead(text);
			if (kind === 'unreadable') return;
			const message = parseMessage(text);
			const { message: xml, apiIds } = findRcFields(text, bodyOffset);
			expect(xml).toBe(header(message, 'P-rc'));
			expect(apiIds).toBe(header(message, 'p-rc-api-ids'));
		})
	);
});

test('leaves fields of like names, and the body, alone', () => {
	const text =
		'BYE sip:a SIP/2.0\r\np-rc-api-call-info: a\r\nP-RC : <Msg/>\r\n\r\np-rc-api-ids: b\r\n';
	expect(findRcFields(text, scanHead(text).bodyOffset)).toEqual({ message: '<Msg/>' });
});
