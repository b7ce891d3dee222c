import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../../../tests/arbitraries/message.ts';
import { parseMessage, values } from '../message.ts';
import { parseAlertInfo } from './alert-info.ts';
import { parseCallInfo } from './call-info.ts';
import { parseContentLength } from './content-length.ts';
import { parseMediaType } from './content-type.ts';
import { parseDate } from './date.ts';
import { parseEvent } from './event.ts';
import { parseExpires } from './expires.ts';
import { parseHistoryEntry } from './history-info.ts';
import { parseMaxForwards } from './max-forwards.ts';
import { parseReason } from './reason.ts';
import { parseReferTo } from './refer-to.ts';
import { parseReferredBy } from './referred-by.ts';
import { parseReplaces } from './replaces.ts';
import { parseRetryAfter } from './retry-after.ts';
import { parseRoute } from './route.ts';
import { parseSessionExpires } from './session-expires.ts';
import { parseSubscriptionState } from './subscription-state.ts';
import { parseWarning } from './warning.ts';

test.each([
	['0068', 68],
	['70 ', undefined],
	['-1', undefined],
	['', undefined]
])('Max-Forwards and Content-Length: %j', (value, number) => {
	expect(parseMaxForwards(value)).toBe(number);
	expect(parseContentLength(value)).toBe(number);
});

test.each([
	['4294967295', 4_294_967_295],
	['4294967296', undefined],
	['soon', undefined]
])('Expires: %j', (value, seconds) => {
	expect(parseExpires(value)).toBe(seconds);
});

test.each([
	['application/sdp', 'application/sdp', undefined],
	['X-RC / Agent;Charset="a;b"', 'x-rc/agent', 'a;b'],
	['multipart/mixed ; boundary=x', 'multipart/mixed', undefined],
	['text', undefined, undefined],
	['a/b/c', undefined, undefined],
	['/b', undefined, undefined]
])('Content-Type: %s', (value, name, charset) => {
	const type = parseMediaType(value);
	expect(type?.name).toBe(name);
	expect(type?.parameters.get('charset')).toBe(charset);
	if (type) expect(`${type.type}/${type.subtype}`).toBe(name);
});

test.each([
	['Sat, 13 Nov 2010 23:29:00 GMT', Date.UTC(2010, 10, 13, 23, 29) / 1000],
	['Thu, 01 Jan 1970 00:00:01 GMT', 1],
	['Fri, 01 Jan 2010 16:00:00 EST', undefined],
	['Fri, 01 Foo 2010 16:00:00 GMT', undefined],
	['1 Jan 2010', undefined]
])('Date: %s', (value, seconds) => {
	expect(parseDate(value)).toBe(seconds);
});

test.each([
	['18000;duration=3600', { seconds: 18000, durationSeconds: 3600 }],
	[
		'120 (I am (really) in a \\) meeting);x',
		{ seconds: 120, comment: 'I am (really) in a ) meeting' }
	],
	['5 (never closed;duration=3', { seconds: 5, comment: 'never closed;duration=3' }],
	['5x', undefined],
	['(x)', undefined]
])('Retry-After: %s', (value, expected) => {
	const read = parseRetryAfter(value);
	if (expected === undefined) expect(read).toBeUndefined();
	else expect(read).toMatchObject(expected);
});

describe('Replaces and Refer-To', () => {
	test('are read as the SDK writes them in a warm transfer', () => {
		const referTo = parseReferTo(
			'"t@example.com" <sip:t@example.com;transport=wss?Replaces=1a%3Bto-tag%3Db%3Bfrom-tag%3Dc>'
		);
		expect(referTo).toMatchObject({
			displayName: 't@example.com',
			method: 'INVITE',
			target: { user: 't', host: 'example.com' },
			replaces: { callId: '1a', toTag: 'b', fromTag: 'c', earlyOnly: false }
		});
	});

	test('name no dialog where there is none', () => {
		expect(parseReferTo('<sip:a@example.com;method=BYE>')).toMatchObject({ method: 'BYE' });
		expect(parseReferTo('<sip:a@example.com>')).not.toHaveProperty('replaces');
		expect(parseReferTo('<https://example.com>')).toMatchObject({ uri: 'https://example.com' });
		expect(parseReferTo('<>')).toBeUndefined();
		expect(parseReplaces(';to-tag=1')).toBeUndefined();
		expect(parseReplaces('a@b ;early-only; to-tag = 7')).toMatchObject({
			callId: 'a@b',
			toTag: '7',
			fromTag: '',
			earlyOnly: true
		});
	});

	test('Referred-By may name what proves it', () => {
		expect(parseReferredBy('<sip:a@example.com>;cid="<2@example.com>"')).toMatchObject({
			uri: 'sip:a@example.com',
			contentId: '<2@example.com>'
		});
		expect(parseReferredBy('sip:a@example.com')).not.toHaveProperty('contentId');
	});
});

test('Reason and History-Info', () => {
	expect(parseReason('Q.850 ;cause=16 ;text="Normal, clearing"')).toMatchObject({
		protocol: 'Q.850',
		cause: 16,
		text: 'Normal, clearing'
	});
	expect(parseReason(' ;cause=1')).toBeUndefined();
	expect(
		parseHistoryEntry('"A" <sip:a@example.com?Reason=SIP%3Bcause%3D302>;index=1.1;rc=1')
	).toMatchObject({
		displayName: 'A',
		index: '1.1',
		reason: { protocol: 'SIP', cause: 302 },
		from: { index: '1', how: 'rc' }
	});
	expect(parseHistoryEntry('<sip:a@example.com>')).toMatchObject({ index: '' });
});

test('Session-Expires and Min-SE', () => {
	expect(parseSessionExpires('14400;refresher=UAC')).toMatchObject({
		seconds: 14400,
		refresher: 'uac'
	});
	expect(parseSessionExpires('90')).not.toHaveProperty('refresher');
	expect(parseSessionExpires('x;refresher=uac')).toBeUndefined();
});

test('Event and Subscription-State', () => {
	expect(parseEvent('presence.winfo;id=7')).toMatchObject({
		package: 'presence',
		templates: ['winfo'],
		id: '7'
	});
	expect(parseEvent(';id=7')).toBeUndefined();
	expect(parseSubscriptionState('Terminated;reason=noresource;retry-after=5')).toMatchObject({
		state: 'terminated',
		reason: 'noresource',
		retryAfterSeconds: 5
	});
	expect(parseSubscriptionState('active;expires=60')?.expiresSeconds).toBe(60);
	expect(parseSubscriptionState(' ')).toBeUndefined();
});

test('Call-Info and Alert-Info, as RingCentral’s edge writes them too', () => {
	expect(parseCallInfo('<KyOA..>;purpose=info;Answer-After=0')).toMatchObject({
		uri: 'KyOA..',
		purpose: 'info',
		answerAfter: '0'
	});
	expect(parseCallInfo(';purpose=info')).toBeUndefined();
	expect(parseAlertInfo('Auto Answer')).toMatchObject({ words: 'Auto Answer' });
	expect(parseAlertInfo('<urn:alert:service:normal>;x=1')).toMatchObject({
		uri: 'urn:alert:service:normal'
	});
});

test('Route and Warning', () => {
	expect(parseRoute('<sip:192.0.2.1;r2=on;lr=on>')).toMatchObject({ loose: true });
	expect(parseRoute('<sip:192.0.2.1>;lr')).toMatchObject({ loose: false });
	expect(parseRoute('')).toBeUndefined();
	expect(parseWarning('399 example.com:5060 "a \\"b\\""')).toEqual({
		code: 399,
		agent: 'example.com:5060',
		text: 'a "b"'
	});
	expect(parseWarning('x')).toBeUndefined();
});

test('values of a list, however it is written; commas of others stay', () => {
	const message = parseMessage(
		[
			'SIP/2.0 200 OK',
			'k: replaces , timer',
			'Supported:',
			'SUPPORTED: outbound',
			'Date: Sat, 13 Nov 2010 23:29:00 GMT',
			'WWW-Authenticate: Digest realm="a", nonce="b"',
			'P-Asserted-Identity: "A, B" <sip:a,b@example.com>, tel:+16505550100',
			'X-Own: a, b',
			'',
			''
		].join('\r\n')
	);
	expect(values(message, 'supported')).toEqual(['replaces', 'timer', 'outbound']);
	expect(values(message, 'Date')).toEqual(['Sat, 13 Nov 2010 23:29:00 GMT']);
	expect(values(message, 'www-authenticate')).toHaveLength(1);
	expect(values(message, 'P-Asserted-Identity')).toEqual([
		'"A, B" <sip:a,b@example.com>',
		'tel:+16505550100'
	]);
	expect(values(message, 'x-own')).toEqual(['a, b']);
	expect(values(message, 'Route')).toEqual([]);
});

test('no reader throws, whatever the value', () => {
	const readers = [
		parseAlertInfo,
		parseCallInfo,
		parseContentLength,
		parseDate,
		parseEvent,
		parseExpires,
		parseHistoryEntry,
		parseMaxForwards,
		parseMediaType,
		parseReason,
		parseReferTo,
		parseReferredBy,
		parseReplaces,
		parseRetryAfter,
		parseRoute,
		parseSessionExpires,
		parseSubscriptionState,
		parseWarning
	];
	fc.assert(
		fc.property(anyText, fc.constantFrom(...readers), (text, read) => void read(text)),
		{ numRuns: 1_000 }
	);
});
