import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../ui/tokens.css';
import '../../ui/base.css';
import type { Entry } from '../../trace/entry.ts';
import DetailStage from './DetailStage.test.svelte';
import { traceHeader } from '../../../../tests/trace-header.ts';

const START = 1_772_888_587_000_000;

const HEADER = traceHeader({ createdAt: START });

const OFFER = [
	'v=0',
	'o=- 4611 2 IN IP4 192.0.2.7',
	's=-',
	't=0 0',
	'm=audio 49170 UDP/TLS/RTP/SAVPF 111 0 126',
	'c=IN IP4 192.0.2.7',
	'a=candidate:842163049 1 udp 1677729535 203.0.113.40 46154 typ srflx raddr 192.0.2.7 rport 49170',
	'a=candidate:1 1 udp 2122262783 2001:db8::7 52000 typ host',
	'a=ice-ufrag:8hhY',
	'a=ice-pwd:asd88fgpdd777uzjYhagZg',
	`a=fingerprint:sha-256 ${'AB:'.repeat(31)}CD`,
	'a=setup:actpass',
	'a=sendrecv',
	'a=rtcp-mux',
	'a=rtpmap:111 opus/48000/2',
	'a=fmtp:111 minptime=10;useinbandfec=1',
	'a=rtpmap:126 telephone-event/8000'
];
const ANSWER = OFFER.map((line) =>
	line.replace(' 111 0 126', ' 109 126').replace(':111 ', ':109 ').replace('sendrecv', 'sendonly')
);

function message(start: string, cseq: string, type: string, body: readonly string[]): string {
	return [
		start,
		'Via: SIP/2.0/WSS a.invalid;branch=z9hG4bK1',
		'From: <sip:101@example.com>;tag=1',
		'To: <sip:102@example.com>;tag=2',
		'Call-ID: call-1',
		`CSeq: ${cseq}`,
		`Content-Type: ${type}`,
		'',
		...body,
		''
	].join('\r\n');
}

const INVITE = 'INVITE sip:102@example.com SIP/2.0';
const INFO = 'INFO sip:102@example.com SIP/2.0';
const ENTRIES: Entry[] = [
	message(INVITE, '7 INVITE', 'application/sdp', OFFER),
	message('SIP/2.0 200 OK', '7 INVITE', 'application/sdp', ANSWER),
	message(INFO, '8 INFO', 'application/trickle-ice-sdpfrag', [
		'a=ice-ufrag:8hhY',
		'm=audio 9 RTP/AVP 0',
		'a=mid:0',
		'a=candidate:1 1 udp 2122262783 192.0.2.7 52000 typ host',
		'a=end-of-candidates'
	]),
	message(INFO, '9 INFO', 'application/json', [
		'{"response":{"reqid":2,"command":"callpark","result":{"code":-4,"description":"No"}}}'
	])
].map((text, seq) => ({
	kind: 'message',
	seq,
	at: START + seq * 5000,
	direction: seq === 1 ? 'received' : 'sent',
	text
}));

const show = (entry: number) =>
	render(DetailStage, { header: HEADER, entries: ENTRIES, message: entry });

test('an answer tells what was agreed, what is wrong with it, and leads to its offer', async () => {
	const screen = await show(1);
	await screen.getByRole('tab', { name: 'SDP' }).click();
	const panel = screen.getByRole('tabpanel');
	await expect.element(screen.getByRole('heading', { name: 'Agreed: audio' })).toBeVisible();
	await expect.element(panel).toHaveTextContent('sent as 109, heard as 111');
	await expect.element(panel).toHaveTextContent('Held by the other side');
	await expect.element(panel).toHaveTextContent('The answer must choose who opens DTLS');
	await panel.getByRole('button', { name: 'INVITE 7' }).click();
	await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent(/^INVITE/);
	await expect.element(panel).toHaveTextContent('sent as 109, heard as 111');
});

test('candidates that follow, and what came of an INFO', async () => {
	const fragment = await show(2);
	await fragment.getByRole('tab', { name: 'ICE' }).click();
	const panel = fragment.getByRole('tabpanel');
	await expect.element(panel).toHaveTextContent('192.0.2.7:52000');
	await expect.element(panel).toHaveTextContent('No more candidates are to come.');
	await fragment.unmount();

	const info = await show(3);
	await info.getByRole('tab', { name: 'JSON' }).click();
	await expect
		.element(info.getByRole('tabpanel'))
		.toHaveTextContent(
			'To park the call, for anyone to pick up: the call is not in a state for it'
		);
});
