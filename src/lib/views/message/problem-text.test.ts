import { expect, test } from 'vitest';
import { parseMessage } from '../../sip/message.ts';
import { fieldProblems, problemTexts } from './problem-text.ts';

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

test('a problem is told at its field, compact or not', () => {
	const message = parseMessage('BYE sip:a@example.com SIP/2.0\r\nCSeq: 1 ACK\r\nl: 7\r\n\r\nshort');
	expect([...fieldProblems(message)]).toEqual([
		['cseq', 'CSeq names another method'],
		['content-length', 'Content-Length is not the body’s length in bytes']
	]);
});
