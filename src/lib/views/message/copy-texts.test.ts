import { expect, test } from 'vitest';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { scanHead } from '../../sip/head.ts';
import { markdown, messageText, startLine } from './copy-texts.ts';

const text = '\r\nBYE sip:a SIP/2.0\r\nCSeq: 4 BYE\r\nX: ```\r\n\r\n';
const message = {
	entry: { kind: 'message', seq: 0, at: 0, direction: 'sent', text },
	head: scanHead(text)
} as SeenMessage;

test('the message character by character, and its start line', () => {
	expect(messageText(message)).toBe(text);
	expect(startLine(message)).toBe('BYE sip:a SIP/2.0');
});

test('as Markdown, in a fence that nothing in it closes', () => {
	const lines = markdown(message, 'Alice', 'http://127.0.0.1/x').split('\n');
	expect(lines[0]).toMatch(
		/^\*\*BYE 4\*\* sent by Alice at .*\(\[link\]\(http:\/\/127.0.0.1\/x\)\)$/
	);
	expect(lines.slice(2)).toEqual([
		'````sip',
		'',
		'BYE sip:a SIP/2.0',
		'CSeq: 4 BYE',
		'X: ```',
		'````',
		''
	]);
});
