import { expect, test } from 'vitest';
import { parseMessage } from '../../sip/message.ts';
import { problemTexts } from './problem-text.ts';

test('each kind of problem once; missing fields by name', () => {
	const message = parseMessage(
		'OPTIONS sip:example.com SIP/2.0\r\nf: <sip:a@example.com>\r\nno field\r\nnone either\r\n\r\n'
	);
	expect(problemTexts(message).map(({ text }) => text)).toEqual([
		'Missing: Via, To, Call-ID, CSeq',
		'A line is no header field'
	]);
});

test('nothing is said of a sound message', () => {
	const message = parseMessage(
		[
			'OPTIONS sip:example.com SIP/2.0',
			'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK1',
			'From: <sip:a@example.com>;tag=1',
			'To: <sip:b@example.com>',
			'Call-ID: 1',
			'CSeq: 1 OPTIONS',
			'Content-Length: 0',
			'',
			''
		].join('\r\n')
	);
	expect(problemTexts(message)).toEqual([]);
});
