import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAddress } from './fields/address.ts';
import { parseContacts } from './fields/contact.ts';
import { parseCSeq } from './fields/cseq.ts';
import { parseVia } from './fields/via.ts';
import { scanHead } from './head.ts';
import { header, headers, parseMessage, printBytes, type SipMessage, values } from './message.ts';
import type { ProblemCode } from './problem.ts';
import { splitMessages } from './split-messages.ts';
import { parseUri } from './uri.ts';

/**
 * The cases of RFC 4475 and RFC 5118, by their names there, in texts of our own. Each has the problems
 * that it is there for: the code, and the very part of the text that is wrong. Cases without any are
 * well formed, whatever an element does with them.
 */
type Case = [
	section: string,
	name: string,
	problems?: readonly (readonly [code: ProblemCode, written: string])[],
	facts?: (message: SipMessage) => void
];

const RFC_4475: Case[] = [
	['3.1.1.1', 'wsinv', [], isReadThroughItsSpaces],
	['3.1.1.2', 'intmeth', [], isReadThroughItsCharacters],
	['3.1.1.3', 'esc01', [], unescapesItsUris],
	['3.1.1.4', 'escnull', [], keepsItsNulls],
	['3.1.1.5', 'esc02', [], unescapesNoNames],
	['3.1.1.6', 'lwsdisp', [], (message) => expect(party(message, 'From').displayName).toBe('Ada')],
	['3.1.1.7', 'longreq', [], (message) => expect(values(message, 'Via')).toHaveLength(35)],
	['3.1.1.8', 'dblreq', [['message-behind', 'INVITE sip:bo@example.com SIP/2.0']]],
	['3.1.1.9', 'semiuri', [], hasASemicolonInItsUser],
	['3.1.1.10', 'transports', [], namesItsTransports],
	['3.1.1.11', 'mpart01', [], (message) => expect(message.body).toContain('\xff\xfe\r\n\r\n\xc3(')],
	['3.1.1.12', 'unreason', [], reasonIs('= 10**2 * 2 — всё в порядке, 大丈夫')],
	['3.1.1.13', 'noreason', [], reasonIs('')],
	[
		'3.1.2.1',
		'badinv01',
		[
			['separator-extra', ';;,;;,'],
			['separator-extra', ';;,;']
		]
	],
	['3.1.2.2', 'clerr', [['content-length-mismatch', '4096']]],
	['3.1.2.3', 'ncl', [['content-length-malformed', '-1']]],
	[
		'3.1.2.4',
		'scalar02',
		[
			['number-out-of-range', '256'],
			['number-out-of-range', '18446744073709551617'],
			['number-out-of-range', `1${'0'.repeat(60)}`],
			['number-out-of-range', '4294967296']
		],
		(message) => expect(parseCSeq(header(message, 'CSeq') ?? '')?.method).toBe('REGISTER')
	],
	[
		'3.1.2.5',
		'scalarlg',
		[
			['number-out-of-range', '4294967296000'],
			['number-out-of-range', '99999999999999999999'],
			['number-out-of-range', '3990']
		]
	],
	['3.1.2.6', 'quotbal', [['quote-unterminated', '"Bo the Unquoted <sip:bo@example.com>']]],
	['3.1.2.7', 'ltgtruri', [['uri-bracketed', '<sip:bo@example.com>']]],
	['3.1.2.8', 'lwsruri', [['uri-spaces', ' ']]],
	[
		'3.1.2.9',
		'lwsstart',
		[
			['start-line-spacing', '  '],
			['start-line-spacing', ' ']
		],
		(message) => expect(message).toMatchObject({ method: 'INVITE', uri: 'sip:bo@example.com' })
	],
	['3.1.2.10', 'trws', [['start-line-spacing', ' \t']]],
	['3.1.2.11', 'escruri', [['uri-headers', '?Subject=urgent%21&Route=%3Csip:edge.example.org%3E']]],
	['3.1.2.12', 'baddate', [['date-malformed', 'CET']]],
	[
		'3.1.2.13',
		'regbadct',
		[['uri-unbracketed', 'sip:ada@example.net?Route=%3Csip:edge.example.org%3E']]
	],
	[
		'3.1.2.14',
		'badaspec',
		[
			['uri-spaces', '  '],
			['uri-spaces', ' ']
		],
		(message) => expect(party(message, 'To').uri).toBe('sip:bo@example.com')
	],
	[
		'3.1.2.15',
		'baddn',
		[
			['display-name-malformed', 'Example, Ada'],
			['display-name-malformed', 'Example, Bo']
		]
	],
	['3.1.2.16', 'badvers', [['version-unsupported', 'SIP/9.1']]],
	['3.1.2.17', 'mismatch01', [['cseq-method-mismatch', 'INVITE']]],
	['3.1.2.18', 'mismatch02', [['cseq-method-mismatch', 'MESSAGE']]],
	[
		'3.1.2.19',
		'bigcode',
		[['status-out-of-range', '18446744073709551816']],
		(message) => expect(message.kind).toBe('response')
	],
	['3.2.1', 'badbranch', [['branch-incomplete', 'z9hG4bK']]],
	[
		'3.3.1',
		'insuf',
		[
			['header-missing', 'INVITE sip:bo@example.com SIP/2.0'],
			['header-missing', 'INVITE sip:bo@example.com SIP/2.0'],
			['header-missing', 'INVITE sip:bo@example.com SIP/2.0']
		],
		(message) => {
			expect(message.problems.map(({ field }) => field)).toEqual(['from', 'to', 'call-id']);
		}
	],
	['3.3.2', 'unkscm'],
	['3.3.3', 'novelsc'],
	[
		'3.3.4',
		'unksm2',
		[],
		(message) => expect(party(message, 'To').uri).toBe('urn:isbn:0451450523')
	],
	['3.3.5', 'bext01', [], requiresWhatNobodyKnows],
	['3.3.6', 'invut'],
	['3.3.7', 'regaut01'],
	[
		'3.3.8',
		'multi01',
		[
			['header-repeated', 'CSeq: 102 INVITE'],
			['header-repeated', 'Call-ID: multi01-other@pc14.example.net'],
			['header-repeated', 'To: <sip:cy@example.com>'],
			['header-repeated', 'From: <sip:ada@example.net>;tag=a-other'],
			['header-repeated', 'Max-Forwards: 5']
		]
	],
	['3.3.9', 'mcl01', [['header-repeated', 'l: 19']]],
	['3.3.10', 'bcast'],
	['3.3.11', 'zeromf'],
	['3.3.12', 'cparam01', [], contactIs('sip:+16505550101@gateway.example.net', ['novelty'])],
	['3.3.13', 'cparam02', [], contactIs('sip:+16505550101@gateway.example.net;novelty', [])],
	['3.3.14', 'regescrt', [], contactIs('sip:ada@example.net?Route=%3Csip:edge.example.org%3E', [])],
	['3.3.15', 'sdp01'],
	['3.4.1', 'inv2543', [], (message) => expect(header(message, 'Content-Length')).toBeUndefined()]
];

const RFC_5118: Case[] = [
	['4.1', 'ipv6-good', [], placeIs('[2001:db8::7]', undefined)],
	['4.2', 'ipv6-bad', [['ipv6-unbracketed', '2001:db8::7']], placeIs('2001:db8::7', undefined)],
	['4.3', 'port-ambiguous', [], placeIs('[2001:db8::7:5080]', undefined)],
	['4.4', 'port-unambiguous', [], placeIs('[2001:db8::7]', 5080)],
	['4.5', 'via-received-param-with-delim', [], receivedFrom('[2001:db8::14:ff]')],
	['4.5', 'via-received-param-no-delim', [], receivedFrom('2001:db8::14:ff')],
	['4.6', 'ipv6-in-sdp', [], placeIs('[2001:db8::7]', undefined)],
	['4.7', 'mult-ip-in-header', [], namesHopsOfBothKinds],
	['4.8', 'mult-ip-in-sdp', [], placeIs('[2001:db8::7]', undefined)],
	['4.9', 'ipv4-mapped-ipv6', [], placeIs('example.com', undefined)],
	['4.10', 'ipv6-bug-abnf-3-colons', [], placeIs('[2001:db8:::192.0.2.7]', undefined)],
	['4.10', 'ipv6-correct-abnf-2-colons', [], placeIs('[2001:db8::192.0.2.7]', undefined)]
];

describe.each([
	['rfc4475', RFC_4475, 49],
	['rfc5118', RFC_5118, 12]
] as const)('%s', (rfc, cases, count) => {
	const folder = new URL(`../../../tests/fixtures/torture/${rfc}/`, import.meta.url);
	const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`${name}.txt`, folder)));

	test('has every case', () => {
		expect(readdirSync(folder).sort()).toEqual(cases.map(([, name]) => `${name}.txt`).sort());
		expect(cases).toHaveLength(count);
	});

	test.each(cases)('%s %s', (_, name, problems = [], facts) => {
		const message = parseMessage(bytesOf(name));
		expect(Buffer.from(printBytes(message))).toEqual(Buffer.from(bytesOf(name)));
		expect(message.kind).not.toBe('unreadable');
		const { text } = message;
		expect(
			message.problems.map(({ code, offset, length }) => [
				code,
				text.slice(offset, offset + length)
			])
		).toEqual(problems.map(([code, written]) => [code, longest(code, text, written)]));
		expect(scanHead(text)).toMatchObject({ kind: message.kind, bodyOffset: bodyOffset(message) });
		facts?.(message);
	});

	test('of two messages in one datagram each is sound by itself', () => {
		if (rfc !== 'rfc4475') return;
		const pieces = splitMessages(bytesOf('dblreq'));
		expect(pieces.map(({ kind }) => kind)).toEqual(['message', 'keep-alive', 'message']);
		for (const { kind, wire } of pieces) {
			if (kind === 'message') expect(parseMessage(wire).problems).toEqual([]);
		}
	});
});

/** A message behind another is reported whole; the table has its first line. */
function longest(code: ProblemCode, text: string, written: string): string {
	return code === 'message-behind' ? text.slice(text.indexOf(written)) : written;
}

function bodyOffset({ text, body }: SipMessage): number {
	return text.length - body.length;
}

function party(message: SipMessage, name: string) {
	const address = parseAddress(header(message, name) ?? '');
	if (address === undefined) throw new Error(`${name} has no address`);
	return address;
}

function uriOf(message: SipMessage) {
	return parseUri(message.kind === 'request' ? message.uri : '');
}

function reasonIs(reason: string) {
	return (message: SipMessage) => expect(message).toMatchObject({ kind: 'response', reason });
}

function placeIs(host: string, port: number | undefined) {
	return (message: SipMessage) => {
		const uri = uriOf(message);
		expect([uri?.host, uri?.port]).toEqual([host, port]);
	};
}

function receivedFrom(received: string) {
	return (message: SipMessage) => {
		const via = parseVia(header(message, 'Via') ?? '');
		expect(via).toMatchObject({ host: '[2001:db8::14:1]', received });
	};
}

function contactIs(uri: string, parameters: readonly string[]) {
	return (message: SipMessage) => {
		const contacts = parseContacts(headers(message, 'Contact'));
		if (contacts === '*') throw new Error('there are contacts');
		expect(contacts.map((one) => [one.uri, [...one.parameters.keys()]])).toEqual([
			[uri, parameters]
		]);
	};
}

function isReadThroughItsSpaces(message: SipMessage): void {
	expect(header(message, 'Call-ID')).toBe('wsinv-2d41@pc14.example.net');
	expect(parseCSeq(header(message, 'CSeq') ?? '')).toEqual({ number: 42, method: 'INVITE' });
	expect(party(message, 'From')).toMatchObject({ displayName: 'Ada "\\" Example' });
	expect(party(message, 'From').parameters.get('tag')).toBe('a-wsinv');
	expect(party(message, 'To').parameters.get('tag')).toBe('t-wsinv');
	expect(header(message, 'Subject')).toBe('');
	expect(header(message, 'X-Novel')).toBe('one two   three four');
	const hops = values(message, 'Via').map(parseVia);
	expect(hops.map(({ transport, host, port, branch }) => [transport, host, port, branch])).toEqual([
		['UDP', '192.0.2.14', undefined, 'w5-old-style'],
		['TCP', 'core.example.org', undefined, 'z9hG4bK-w2'],
		['UDP', '198.51.100.9', 5070, 'z9hG4bK-w3']
	]);
	expect(parseContacts(headers(message, 'Contact'))).toMatchObject([
		{ displayName: '"Ada"', uri: 'sip:ada@pc14.example.net', q: 0.75 }
	]);
}

function isReadThroughItsCharacters(message: SipMessage): void {
	expect(message).toMatchObject({ method: "Odd-Method_0.9!%*+`'~" });
	expect(uriOf(message)).toMatchObject({
		user: "ada_1.5~(not-it!)&it's=$1,2;/who?*+",
		password: "&=+$,pw!*'(~)",
		host: 'example.com'
	});
	expect(party(message, 'To').displayName).toBe('tab:\t bell:\x07 nul:\0 del:\x7f');
	expect(party(message, 'From').parameters.get("odd'~+*_!.-%`")).toBe('Привет, мир');
	expect(header(message, "X-0.9!%*_+`'~-name")).toBe('値は大きい\ufeff');
}

function unescapesItsUris(message: SipMessage): void {
	expect(uriOf(message)).toMatchObject({ user: 'sips:bo@example.org', host: 'example.com' });
	expect(parseUri(party(message, 'To').uri)?.user).toBe('bo');
	expect(parseUri(party(message, 'From').uri)?.user).toBe('Ada With Spaces');
	expect(parseUri(party(message, 'Contact').uri)?.parameters).toEqual(
		new Map([
			['lr', undefined],
			['name', 'value%42']
		])
	);
}

function keepsItsNulls(message: SipMessage): void {
	expect(parseUri(party(message, 'To').uri)?.user).toBe('nul-\0-nul');
	expect(headers(message, 'Contact')).toHaveLength(2);
}

function unescapesNoNames(message: SipMessage): void {
	expect(message).toMatchObject({ method: 'R%45GISTE%52' });
	expect(headers(message, 'Contact')).toHaveLength(2);
	expect(party(message, 'To').displayName).toBe('%4G%');
}

function hasASemicolonInItsUser(message: SipMessage): void {
	expect(uriOf(message)).toMatchObject({ user: 'bo;ext=7@example.org', host: 'example.com' });
	expect(uriOf(message)?.parameters.size).toBe(0);
	expect(values(message, 'Accept')).toHaveLength(4);
}

function namesItsTransports(message: SipMessage): void {
	expect(values(message, 'Via').map((via) => parseVia(via).transport)).toEqual([
		'UDP',
		'TCP',
		'TLS',
		'SCTP',
		'WSS',
		'NOVEL-1'
	]);
}

function namesHopsOfBothKinds(message: SipMessage): void {
	const hops = values(message, 'Via').map(parseVia);
	expect(hops.map(({ host, port, received }) => [host, port, received])).toEqual([
		['[2001:db8::14:1]', 5080, undefined],
		['192.0.2.9', undefined, undefined],
		['[2001:db8::14:ff]', undefined, '192.0.2.14']
	]);
}

function requiresWhatNobodyKnows(message: SipMessage): void {
	expect(values(message, 'Require')).toEqual(['nobodyHasThis', 'orThat']);
	expect(values(message, 'Proxy-Require')).toEqual(['norAnyProxy', 'whatsoever']);
}
