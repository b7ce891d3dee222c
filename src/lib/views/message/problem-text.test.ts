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

test('a problem of a field’s value is told with the field’s name', () => {
	const message = parseMessage(
		[
			'SIP/2.0 200 OK',
			'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK',
			'From: <sip:a@example.com>;tag=1',
			't: "B <sip:b@example.com>',
			'Call-ID: 1',
			'CSeq: 1 BYE',
			'Contact: <sip:a@example.com>;expires=60;expires=30, <sip:b@example.com>;q=1;q=1',
			'',
			''
		].join('\r\n')
	);
	expect(problemTexts(message).map(({ text }) => text)).toEqual([
		'Via: The branch is its magic cookie alone',
		't: A quote is not closed',
		'Contact: A parameter is there twice'
	]);
	expect(fieldProblems(message).get('to')).toBe('A quote is not closed');
});

test('a problem is told at its field, compact or not', () => {
	const message = parseMessage('BYE sip:a@example.com SIP/2.0\r\nCSeq: 1 ACK\r\nl: 7\r\n\r\nshort');
	expect([...fieldProblems(message)]).toEqual([
		['cseq', 'CSeq names another method'],
		['content-length', 'Content-Length is not the body’s length in bytes']
	]);
});
