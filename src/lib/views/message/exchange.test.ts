import { expect, test } from 'vitest';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { analysed } from '../../../../tests/analysed.ts';
import { scenarios } from '../../../../tests/scenarios.ts';
import { changeRows } from './change-rows.ts';
import { changeProblemTexts, negotiationProblemTexts } from './exchange-problem-text.ts';
import { agreedRows } from './exchange-rows.ts';
import { exchangeOf } from './exchange.ts';

/** The messages of a call with descriptions, each by its name and what comes of it. */
function told(scenario: keyof typeof scenarios, callId: string): string[] {
	const { calls } = analysed(scenarios[scenario]().entries);
	const call = calls.find((one) => one.callId === callId);
	return (call?.messages ?? []).flatMap((message) => {
		const exchange = exchangeOf(message);
		if (!exchange) return [];
		const { head, entry } = message;
		const { agreed, since, phone } = exchange;
		const rows = [
			...(agreed?.media.flatMap((media) => agreedRows(media, agreed, phone)) ?? []),
			...changeRows(since?.changes ?? [])
		];
		const words = rows
			.filter(({ name }) => ['Phone', 'Held', 'Direction'].includes(name))
			.map(({ name, value }) => `${name} ${value}`);
		const title = head.kind === 'request' ? head.method : String(head.status);
		return [`${entry.direction} ${title} (${phone}): ${words.join(', ')}`];
	});
}

test('what the descriptions of a call come to, as the phone sees it', () => {
	expect(told('held by both', 'A')).toEqual([
		'sent INVITE (offerer): ',
		'sent INVITE (offerer): Phone sendrecv',
		'received 200 (offerer): Phone sendrecv',
		'received INVITE (answerer): Phone recvonly, Held by the other side, Direction sendrecv → sendonly',
		'sent 200 (answerer): Phone recvonly, Held by the other side, Direction sendrecv → recvonly',
		'sent INVITE (offerer): Phone inactive, Held by the phone, Direction recvonly → inactive',
		'received 200 (offerer): Phone inactive, Held by the phone, Direction sendonly → sendrecv',
		'received INVITE (answerer): Phone sendonly, Direction sendrecv → recvonly',
		'sent 200 (answerer): Phone sendonly, Direction inactive → sendrecv',
		'sent INVITE (offerer): '
	]);
});

const OFFER = [
	'v=0',
	'o=- 1 1 IN IP4 203.0.113.12',
	's=-',
	't=0 0',
	'a=ice-lite',
	'm=audio 29768 UDP/TLS/RTP/SAVPF 109 0 101',
	'c=IN IP4 203.0.113.12',
	'a=candidate:1 1 udp 1 203.0.113.12 29768 typ host',
	'a=ice-ufrag:mqlmHMAU',
	'a=ice-pwd:QTEEF1lt81VyKvJvEHhabIh9JZ',
	`a=fingerprint:sha-256 ${'AB:'.repeat(31)}CD`,
	'a=setup:actpass',
	'a=rtcp-mux',
	'a=rtpmap:109 OPUS/48000/2',
	'a=rtpmap:101 telephone-event/8000',
	'm=video 29770 UDP/TLS/RTP/SAVPF 96'
];
const ANSWER = OFFER.map((line) =>
	line
		.replace(' 29768 UDP/TLS/RTP/SAVPF 109', ' 9 UDP/TLS/RTP/SAVPF 111')
		.replace('video 29770', 'video 0')
		.replace('rtpmap:109 OPUS', 'rtpmap:111 opus')
		.replace('actpass', 'active')
);

/** A call that the edge takes over: it asks for an offer, which the phone's 200 makes, and the ACK answers. */
function takeOver(offer: readonly string[], answer: readonly string[]): SeenMessage[] {
	const head = (start: string, cseq: string) => [
		start,
		'Via: SIP/2.0/WSS 203.0.113.10;branch=z9hG4bK1',
		'From: <sip:102@example.com>;tag=1',
		'To: <sip:101@example.com>;tag=2',
		'Call-ID: call',
		`CSeq: ${cseq}`
	];
	const message = (start: string[], body: readonly string[]) =>
		[...start, 'Content-Type: application/sdp', '', ...body, ''].join('\r\n');
	const texts = [
		[...head('INVITE sip:101@a.invalid SIP/2.0', '7 INVITE'), '', ''].join('\r\n'),
		message(head('SIP/2.0 200 OK', '7 INVITE'), offer),
		message(head('ACK sip:101@a.invalid SIP/2.0', '7 ACK'), answer)
	];
	const { messages } = analysed(
		texts.map((text, seq) => ({
			kind: 'message',
			seq,
			at: seq,
			direction: seq === 1 ? 'sent' : 'received',
			text
		}))
	);
	return [...messages];
}

function printed(rows: { name: string; value: string; note?: string }[]): string[] {
	return rows.map(({ name, value, note }) => `${name}: ${value}${note ? ` (${note})` : ''}`);
}

test('an ACK answers the offer of a 200', () => {
	const [invite, answer, ack] = takeOver(OFFER, ANSWER);
	expect(invite && exchangeOf(invite)).toBeUndefined();
	const [fromOffer, fromAnswer] = [answer && exchangeOf(answer), ack && exchangeOf(ack)];
	expect([fromOffer?.other, fromAnswer?.other]).toEqual([ack, answer]);
	expect([fromOffer?.phone, fromAnswer?.phone]).toEqual(['offerer', 'offerer']);
	const agreed = fromAnswer?.agreed;
	expect(agreed?.media.map((media) => printed(agreedRows(media, agreed, 'offerer')))).toEqual([
		[
			'Codec: opus 48 kHz, 2 channels (sent as 111, heard as 109)',
			'DTMF: telephone-event (as 101)',
			'Phone: sendrecv (sends and receives)',
			'DTLS: the phone waits for it',
			'RTCP: on the same port',
			'Other’s ICE: lite: answers checks, begins none'
		],
		['Section: refused']
	]);
	expect(agreed && negotiationProblemTexts(agreed)).toEqual([]);
});

test('what offer and answer must not say together, in words', () => {
	const [, answer] = takeOver(OFFER, OFFER.slice(0, 10));
	const exchange = answer && exchangeOf(answer);
	expect(
		exchange?.agreed && negotiationProblemTexts(exchange.agreed).map(({ text }) => text)
	).toEqual([
		'The answer leaves sections unanswered',
		'DTLS without a fingerprint',
		'DTLS without a role',
		'The answer wants another port for RTCP, which browsers refuse'
	]);
});

test('what is new, in words', () => {
	const [direction, same] = [['sendrecv', 'sendonly'] as const, { section: 0 }];
	expect(
		printed(
			changeRows([
				{ kind: 'section-added', ...same },
				{ kind: 'section-refused', ...same },
				{ kind: 'section-resumed', ...same },
				{ kind: 'direction', ...same, from: direction[0], to: direction[1] },
				{ kind: 'address', ...same, from: '192.0.2.7:9', to: '[2001:db8::7]:9' },
				{ kind: 'setup', ...same, from: undefined, to: 'active' },
				{ kind: 'codecs', ...same, added: ['opus/48000'], removed: ['pcmu/8000'] },
				{ kind: 'codecs', ...same, added: [], removed: [] },
				{ kind: 'candidates', ...same, added: 2, removed: 1 },
				{ kind: 'fingerprint', ...same },
				{ kind: 'ice-restart', ...same }
			])
		)
	).toEqual([
		'Section: added',
		'Section: refused now',
		'Section: no longer refused',
		'Direction: sendrecv → sendonly',
		'Address: 192.0.2.7:9 → [2001:db8::7]:9',
		'Setup: none → active',
		'Codecs: + opus/48000\n− pcmu/8000',
		'Codecs: in another order',
		'Candidates: 2 new, 1 gone',
		'Fingerprint: another certificate',
		'ICE: begins anew'
	]);
	const problems = [{ code: 'version-not-increased', source: 'RFC 3264 §8' }] as const;
	expect(changeProblemTexts({ changes: [], problems: [...problems] })).toEqual([
		{ text: 'Something is new, but the version is not higher', source: 'RFC 3264 §8' }
	]);
});
