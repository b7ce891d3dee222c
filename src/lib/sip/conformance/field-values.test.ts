import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { header, parseMessage } from '../message.ts';
import type { ProblemCode } from '../problem.ts';

/** A sound message with that field, in the place of the one of its name if it has that. */
function messageWith(field: string): string {
	const [name = ''] = field.split(':', 1);
	const others = [
		'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK-1',
		'From: <sip:a@example.com>;tag=1',
		'To: <sip:b@example.com>',
		'Call-ID: 1',
		'CSeq: 1 INVITE'
	].filter((other) => !other.toLowerCase().startsWith(`${name.toLowerCase()}:`));
	return ['INVITE sip:b@example.com SIP/2.0', ...others, field, '', ''].join('\r\n');
}

function problemsOf(field: string): [ProblemCode, string][] {
	const { text, problems } = parseMessage(messageWith(field));
	return problems.map(({ code, offset, length }) => [code, text.slice(offset, offset + length)]);
}

describe('sound values', () => {
	test.each([
		'Accept: ',
		'Accept: application/sdp;level=1 , text/*;q=0.8,*/*',
		'Alert-Info: Auto Answer',
		'Allow:',
		'Allow: INVITE,ACK , x-own',
		'Allow-Events: presence.winfo, refer',
		'Authorization: Digest username="a, b", realm="x\\"y", nonce="", uri="sip:x", response="0",algorithm="MD5"',
		'Authorization: Bearer abc.def-_~+/==',
		'Authorization: Unheardof',
		'Call-ID: a@b',
		'Call-Info: <906531240_133538243@198.51.100.50>;purpose=info',
		'Contact: *',
		'Contact: sip:a@example.com;expires=0, "A, B" <sip:a,b@example.com;x?y=z>;q=1.000;reg-id=1',
		'Contact: <sip:a@[2001:db8::1]:5061;transport=wss>;+sip.instance="<urn:uuid:0>";ob',
		'Contact: <mailto:a@example.com>',
		'Content-Disposition: session;handling=optional',
		'Content-Encoding: gzip',
		'Content-Type: Multipart/Mixed ; boundary = "a;b"',
		'Date: Sat, 13 Nov 2010 23:29:00 GMT',
		'Event: message-summary;id=7',
		'Expires: 4294967295',
		'From: "\\"" <tel:+1-650-555-0100;phone-context=x>',
		'From: sip:#996016@example.com:5060;tag=10.13.22.241-5070-4b',
		'History-Info: <sip:a@example.com?Reason=SIP%3Bcause%3D302>;index=1,<sip:b@c>;index=1.1;mp=1',
		'In-Reply-To: a@b, c',
		'Join: a@b;from-tag=1;to-tag=2',
		'Max-Forwards: 0',
		'Min-Expires: 60',
		'Min-SE: 90;x=y',
		'P-Asserted-Identity: "A" <sip:a@example.com>, tel:+16505550100',
		'Path: <sip:p.example.com;lr;ob>',
		'Priority: non-urgent',
		'Proxy-Authenticate: Digest realm="x",nonce="y", qop="auth,auth-int" , stale=FALSE',
		'Proxy-Require: sec-agree',
		'Reason: Q.850;cause=16;text="Normal, call; clearing", SIP ;cause=200',
		'Record-Route: <sip:192.0.2.1;r2=on;lr=on>,<sip:192.0.2.2;lr>',
		'Refer-To: <sip:a@example.com;transport=wss?Replaces=1%3Bto-tag%3Da%3Bfrom-tag%3Db>',
		'Refer-To: sip:a@example.com',
		'Referred-By: <sip:a@example.com>;cid="<1@example.com>"',
		'Replaces: 1@a;to-tag=a;from-tag=b;early-only',
		'Require: 100rel',
		'Retry-After: 18000 (in a (long) meeting \\));duration=3600',
		'Route: <sip:a;lr>;x',
		'RSeq: 988789',
		'Server: anything (goes, here',
		'Session-Expires: 1800;refresher=UAC',
		'Subject: "not closed',
		'Subscription-State: terminated;reason=noresource;retry-after=10',
		'Supported: ',
		'Target-Dialog: a;local-tag=1;remote-tag=2',
		'To: A B <sip:b@example.com.>',
		'Unsupported: x',
		'Via: SIP / 2.0 / UDP\t192.0.2.1 : 5060 ; ttl=16;maddr=224.0.1.75;rport;received=192.0.2.9',
		'Via: SIP/2.0/TLS [2001:db8::1]:5061;received=2001:db8::2;branch=other, SIP/2.0/UDP b',
		'Warning: 307 example.com:5060 "a", 399 [2001:db8::1] "b, c"',
		'WWW-Authenticate: Digest realm="a"',
		'X-Own: ;;,"<'
	])('%s', (field) => {
		expect(problemsOf(field)).toEqual([]);
	});
});

describe('problems of values', () => {
	test.each<[string, ...[ProblemCode, string][]]>([
		['Accept: text', ['value-malformed', 'text']],
		['Allow: INVITE, (ACK), BYE', ['value-malformed', '(ACK)']],
		['Allow: INVITE ACK, BYE', ['value-malformed', 'ACK']],
		[
			'Allow: ,INVITE,,ACK,',
			['separator-extra', ','],
			['separator-extra', ',,'],
			['separator-extra', ',']
		],
		['Allow-Events:', ['value-malformed', 'Allow-Events:']],
		['Authorization: Digest realm="a', ['quote-unterminated', '"a']],
		['Authorization: Digest realm="a";nonce="b"', ['value-malformed', ';nonce="b"']],
		['Authorization: Digest realm, nonce="b"', ['parameter-malformed', 'realm']],
		['Authorization:', ['value-malformed', 'Authorization:']],
		['Call-ID: a b', ['value-malformed', 'b']],
		['Call-ID: a@b@c', ['value-malformed', 'a@b@c']],
		['Contact: *, <sip:a@b>', ['uri-malformed', '*']],
		[
			'Contact: <sip:a@b>;q=1.5;expires=soon',
			['parameter-malformed', '1.5'],
			['parameter-malformed', 'soon']
		],
		['Contact: <sip:a@b>;expires', ['parameter-malformed', 'expires']],
		['Contact: <sip:a@b>;x=y;X=z, <sip:c@d>;x', ['parameter-repeated', 'X=z']],
		['Contact: <sip:a@b>;=y;x', ['parameter-malformed', '=y']],
		['Contact: <sip:a@b>;x=;y', ['parameter-malformed', 'x=']],
		['Contact: <sip:a@b>;x=[2001:db8::g]', ['parameter-malformed', '[2001:db8::g]']],
		['Contact: <sip:a@b> x, <sip:c@d>', ['value-malformed', 'x']],
		['Contact: "a, <sip:a@b>', ['quote-unterminated', '"a, <sip:a@b>']],
		['Contact: "a" sip:a@b', ['uri-malformed', '"a" sip:a@b']],
		['Contact: <sip:a@b, <sip:c@d>', ['uri-spaces', ' ']],
		['Contact: <sip:a@b', ['uri-malformed', '<sip:a@b']],
		['Contact: sip:a@b?x=y;expires=1', ['uri-unbracketed', 'sip:a@b?x=y']],
		['Content-Length: 1 2', ['value-malformed', '2']],
		['Content-Length: x', ['content-length-malformed', 'x']],
		['Content-Type: application', ['value-malformed', 'application']],
		['Content-Type: a/b;c=d e', ['parameter-malformed', 'c=d e']],
		['CSeq: 1', ['cseq-malformed', '1']],
		['CSeq: x INVITE', ['cseq-malformed', 'x INVITE']],
		['CSeq: 1 INVITE x', ['cseq-malformed', 'INVITE x']],
		['CSeq: 2147483648 INVITE', ['number-out-of-range', '2147483648']],
		['Date: Sat, 13 Nov 2010 24:29:00 GMT', ['date-malformed', '24:29:00 GMT']],
		['Date: 13 Nov 2010', ['date-malformed', '13 Nov 2010']],
		['Date: Sat, 13 Nov 2010 23:29:00 GMT+1', ['date-malformed', '+1']],
		['Event: a b', ['value-malformed', 'b']],
		['Event: ;id=1', ['value-malformed', ';id=1']],
		['Expires: -1', ['value-malformed', '-1']],
		['Expires: 4294967296', ['number-out-of-range', '4294967296']],
		['From: Ü <sip:a@b>', ['display-name-malformed', 'Ü']],
		['From: sip:a@b,c', ['uri-unbracketed', 'sip:a@b,c']],
		['From: <sip:a@b?x=y>', ['uri-headers', '?x=y']],
		['From: <sip:a@b>, <sip:c@d>', ['value-malformed', ', <sip:c@d>']],
		['From: sip:a@b;tag="1"', ['parameter-malformed', '"1"']],
		['History-Info: sip:a@b;index=1', ['uri-unbracketed', 'sip:a@b;index=1']],
		['Max-Forwards: 70;x', ['value-malformed', ';x']],
		['Max-Forwards: 256', ['number-out-of-range', '256']],
		['P-Asserted-Identity: sip:a@b;x=y', ['uri-unbracketed', 'sip:a@b;x=y']],
		['P-Asserted-Identity: <sip:a@b>;x=y', ['value-malformed', ';x=y']],
		['Reason: ;cause=1', ['value-malformed', ';cause=1']],
		['Reason: SIP;cause=x', ['parameter-malformed', 'x']],
		['Replaces: a;to-tag=1', ['value-malformed', 'a;to-tag=1']],
		['Retry-After: 5 (a', ['value-malformed', '(a']],
		['Retry-After: 5;duration=x', ['parameter-malformed', 'x']],
		['Route: sip:a@b;lr, <sip:c;lr>', ['uri-unbracketed', 'sip:a@b;lr']],
		['Session-Expires: 90;refresher=me', ['parameter-malformed', 'me']],
		['To: <sip:b@example.com>;tag', ['parameter-malformed', 'tag']],
		['Via: SIP/2.0 a', ['via-malformed', 'SIP/2.0 a']],
		['Via: SIP/2.0/UDP', ['via-malformed', 'SIP/2.0/UDP']],
		['Via: SIP/2.0/UDP a:99999', ['number-out-of-range', '99999']],
		['Via: SIP/2.0/UDP a:x, SIP/2.0/UDP b', ['host-malformed', ':x']],
		['Via: SIP/2.0/UDP a : x', ['host-malformed', 'a : x']],
		['Via: SIP/2.0/UDP 2001:db8::1;rport', ['ipv6-unbracketed', '2001:db8::1']],
		[
			'Via: SIP/2.0/UDP a_b;branch=z9hG4bK',
			['host-malformed', 'a_b'],
			['branch-incomplete', 'z9hG4bK']
		],
		['Via: SIP/2.0/UDP a;received=example.com', ['parameter-malformed', 'example.com']],
		[
			'Via: SIP/2.0/UDP a;ttl=256;rport=x',
			['number-out-of-range', '256'],
			['parameter-malformed', 'x']
		],
		['Warning: 30 a "b"', ['number-out-of-range', '30']],
		['Warning: 307 a b', ['value-malformed', 'b']],
		['Warning: 307 a "b"c, 399 d "e"', ['value-malformed', 'c']],
		['Warning: 307', ['value-malformed', '307']]
	])('%s', (field, ...expected) => {
		expect(problemsOf(field)).toEqual(expected);
	});
});

describe('problems of URIs', () => {
	test.each<[string, ...[ProblemCode, string][]]>([
		['sip:', ['uri-malformed', 'sip:']],
		['b@example.com', ['uri-malformed', 'b@example.com']],
		['sip:@example.com', ['uri-malformed', '@']],
		['sip:a"b@example.com', ['uri-malformed', '"']],
		['sip:%zz%41@example.com', ['uri-malformed', '%']],
		['sip:a@b@c', ['host-malformed', 'b@c']],
		['sip:ü@example.com', ['uri-malformed', 'ü']],
		['sip:a@example.1com', ['host-malformed', 'example.1com']],
		['sip:a@-b', ['host-malformed', '-b']],
		['sip:a@[::1', ['host-malformed', '[::1']],
		['sip:a@[1:2]', ['host-malformed', '[1:2]']],
		['sip:a@b:', ['host-malformed', ':']],
		['sip:a@b:70000', ['number-out-of-range', '70000']],
		['sip:a@b;;x;y=', ['separator-extra', ';'], ['uri-malformed', 'y=']],
		['sip:a@b;x;X=1', ['parameter-repeated', 'X=1']],
		['sip:a@b;x="y"', ['uri-malformed', '"']],
		['sip:a@b?x&y=1&z=%', ['uri-malformed', 'x'], ['uri-malformed', '%']],
		['http://a|b', ['uri-malformed', '|']]
	])('%s', (uri, ...expected) => {
		expect(problemsOf(`Refer-To: <${uri}>`)).toEqual(
			expected.map(([code, written]) => [code, written])
		);
	});
});

test('a problem has the offset of what is wrong also in a folded value', () => {
	const text = messageWith('Contact: <sip:a@b>\r\n ;expires\r\n\t=\r\n  never ;q=1');
	const [problem, ...others] = parseMessage(text).problems;
	expect(others).toEqual([]);
	expect(problem).toEqual({
		code: 'parameter-malformed',
		offset: text.indexOf('never'),
		length: 5,
		source: 'RFC 3261 §20.10',
		field: 'contact'
	});
});

test('what is checked is what is read, whatever the value', () => {
	const names = fc.constantFrom('Via', 'Contact', 'From', 'Warning', 'Route', 'Accept', 'Date');
	const pieces = fc.constantFrom(
		...['<', '>', '"', ',', ';', '=', ':', ' ', '\r\n ', '[', ']', '(', ')', '\\', '@', '?', '%'],
		...['sip:', 'a', '1', '/', 'SIP/2.0/UDP', 'tag', 'é', '\0']
	);
	fc.assert(
		fc.property(names, fc.array(pieces, { maxLength: 30 }), (name, parts) => {
			const text = messageWith(`${name}: ${parts.join('')}`);
			const message = parseMessage(text);
			const start = text.indexOf(`${name}: `, text.indexOf('\r\n'));
			for (const { field, offset, length } of message.problems) {
				if (field !== name.toLowerCase()) continue;
				expect(offset).toBeGreaterThanOrEqual(start);
				expect(offset + length).toBeLessThanOrEqual(text.length - 4);
			}
			expect(header(message, name)).toBeDefined();
		}),
		{ numRuns: 2_000 }
	);
});
