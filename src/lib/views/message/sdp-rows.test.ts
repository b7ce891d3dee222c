import { expect, test } from 'vitest';
import { parseSdp } from '../../sip/sdp/sdp.ts';
import { sdpProblemTexts } from './sdp-problem-text.ts';
import { candidateCells, mediaRows, sessionRows } from './sdp-rows.ts';

const text = [
	'v=0',
	'o=- 4611 3 IN IP4 192.0.2.7',
	's=-',
	't=0 0',
	'a=group:BUNDLE 0',
	'a=ice-lite',
	'm=audio 49170 UDP/TLS/RTP/SAVPF 111 0 101',
	'c=IN IP4 203.0.113.5',
	'b=AS:64',
	'a=rtpmap:111 opus/48000/2',
	'a=fmtp:111 minptime=10;useinbandfec=1',
	'a=rtpmap:101 telephone-event/8000',
	'a=sendonly',
	'a=setup:actpass',
	'a=mid:0',
	'a=rtcp-mux',
	'a=ice-ufrag:8hhY',
	'a=ice-pwd:asd88fgpdd777uzjYhagZg',
	'a=ice-options:trickle',
	'a=candidate:1 1 UDP 1677729535 2001:db8::7 46154 typ srflx raddr 10.0.0.1 rport 9',
	'a=candidate:2 2 tcp 1518280447 4b0c0b6e.local 9 typ host tcptype active',
	'a=rtcp-fb:111 transport-cc',
	'm=video 0 RTP/AVP 96',
	'a=setup:later',
	'm=audio 9 RTP/AVP 0',
	'c=IN IP4 0.0.0.0'
].join('\r\n');
const sdp = parseSdp(text);

function printed(rows: ReturnType<typeof mediaRows>): string[] {
	return rows.map(({ name, value, note }) => `${name}: ${value}${note ? ` (${note})` : ''}`);
}

test('a session in words', () => {
	expect(printed(sessionRows(sdp))).toEqual([
		'Session: 4611',
		'Version: 3',
		'Address: 192.0.2.7',
		'ICE: lite (answers checks, begins none)',
		'Group: BUNDLE 0 (over one transport)'
	]);
});

test('a section of media in words', () => {
	expect(sdp.media.map((media) => printed(mediaRows(media)))).toEqual([
		[
			'Direction: sendonly (only sends, as on hold)',
			'Address: 203.0.113.5:49170',
			'Protocol: UDP/TLS/RTP/SAVPF',
			'Codecs: 111 opus 48 kHz, 2 channels (minptime=10;useinbandfec=1)\n  0 PCMU 8 kHz\n101 telephone-event 8 kHz',
			'DTMF: telephone-event as 101',
			'Mid: 0',
			'Bandwidth: AS 64 kbit/s',
			'RTCP: on the same port',
			'Setup: actpass (lets the other side choose)',
			'ICE user: 8hhY (trickle)',
			'Other lines: a=rtcp-fb:111 transport-cc'
		],
		[
			'Direction: sendrecv (sends and receives)',
			'Address: 0 (refused)',
			'Protocol: RTP/AVP',
			'Codecs:  96 unnamed',
			'DTMF: none',
			'RTCP: on a port of its own',
			'Other lines: a=setup:later'
		],
		[
			'Direction: sendrecv (sends and receives)',
			'Address: 0.0.0.0:9 (on hold, the old way)',
			'Protocol: RTP/AVP',
			'Codecs:   0 PCMU 8 kHz',
			'DTMF: none',
			'RTCP: on a port of its own'
		]
	]);
});

test('candidates as cells', () => {
	expect(sdp.media[0]?.candidates.map(candidateCells)).toEqual([
		['srflx', '[2001:db8::7]:46154\nfrom 10.0.0.1:9', 'udp', 'RTP', '1677729535'],
		['host active', '4b0c0b6e.local:9', 'tcp', 'RTCP', '1518280447']
	]);
});

test('problems with the line that they are about', () => {
	expect(sdpProblemTexts(sdp, text)).toEqual([
		{ text: 'No such role', source: 'RFC 4145 §4', line: 'a=setup:later' }
	]);
	expect(sdpProblemTexts(parseSdp(''), '')[0]).toEqual({
		text: 'No v= line begins it',
		source: 'RFC 8866 §5.1'
	});
});
