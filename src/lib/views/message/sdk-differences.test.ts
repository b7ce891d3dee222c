import { expect, test } from 'vitest';
import { readBySdk } from '../../phone/sdk-reading.ts';
import { parseMessage } from '../../sip/message.ts';
import { sdkDifferences } from './sdk-differences.ts';

function differences(lines: readonly string[], body = '', end = '\r\n') {
	const text = ['SIP/2.0 200 OK', ...lines, '', body].join(end);
	return sdkDifferences(parseMessage(text), readBySdk(text, 'me'));
}

const TO = 'To: <sip:102@example.com>;tag=b';

test('what is plain the SDK sees as it is', () => {
	expect(differences([TO, 'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK-1', 'Call-Id: x'])).toEqual(
		[]
	);
	expect(differences([TO, 'X:  a  '], 'a\r\n\r\nb: c: d')).toEqual([]);
});

test('of repeated fields the last', () => {
	expect(differences([TO, 'Via: one', 'Via: two'])).toEqual([
		{
			field: 'Via',
			words: 'It is there 2 times; the SDK keeps the last one alone.',
			wire: 'one\ntwo',
			sdk: 'two'
		}
	]);
});

test('a value with a second colon and space is cut', () => {
	const [cut, ...others] = differences([TO, 'Warning: 399 x "Reason: busy"']);
	expect(cut).toMatchObject({
		field: 'Warning',
		words: expect.stringContaining('second colon'),
		wire: '399 x "Reason: busy"',
		sdk: '399 x "Reason'
	});
	expect(others).toEqual([]);
});

test('a To without a tag gets one, which nobody gave', () => {
	expect(differences(['To: <sip:102@example.com>'])).toEqual([
		expect.objectContaining({
			field: 'To',
			words: expect.stringContaining('makes up'),
			sdk: '<sip:102@example.com>;tag=…'
		})
	]);
});

test('fields without a space after the colon, folded or in short are missed', () => {
	const [missing, stray] = differences([TO, 'Expires:60']);
	expect(missing).toMatchObject({ field: 'Expires', sdk: 'no such field' });
	expect(stray).toMatchObject({ sdk: 'Expires:60' });
	const folded = differences([TO, 'Subject: a', ' b']);
	expect(folded.map(({ words }) => words)).toEqual([
		expect.stringContaining('folded'),
		expect.stringContaining('takes this line')
	]);
	expect(differences([TO, 'i: call'])).toEqual([
		expect.objectContaining({ words: expect.stringContaining('call-id in short') })
	]);
});

test('lines that end in LF are one line', () => {
	expect(differences([TO, 'X: a'], '', '\n')).toEqual([{ words: expect.stringContaining('CRLF') }]);
});

test.each([
	['me', 'taken'],
	['other', 'dropped'],
	['', 'taken']
])('a command for %j is %s', (client, fate) => {
	const text = `MESSAGE sip:me SIP/2.0\r\nVia: a\r\n\r\n<Msg><Hdr Cmd="6"/><Bdy Cln="${client}"/></Msg>`;
	expect(readBySdk(text, 'me').fate).toBe(fate);
});

test('a MESSAGE that is no command throws', () => {
	expect(readBySdk('MESSAGE sip:me SIP/2.0\r\nVia: a\r\n\r\nhello', 'me').fate).toBe('thrown on');
});
