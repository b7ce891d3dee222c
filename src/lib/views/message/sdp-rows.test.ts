import { expect, test } from 'vitest';
import { parseSdp } from '../../sip/sdp/sdp.ts';
import { mediaRows, sessionRows } from './sdp-rows.ts';

const sdp = parseSdp(
	[
		'v=0',
		'o=- 4611 3 IN IP4 192.0.2.7',
		's=-',
		't=0 0',
		'm=audio 49170 UDP/TLS/RTP/SAVPF 111 0 101',
		'c=IN IP4 203.0.113.5',
		'a=rtpmap:111 opus/48000/2',
		'a=rtpmap:101 telephone-event/8000',
		'a=sendonly',
		'a=setup:actpass',
		'a=rtcp-mux',
		'm=video 0 RTP/AVP 96'
	].join('\r\n')
);

function printed(rows: ReturnType<typeof mediaRows>): string[] {
	return rows.map(({ name, value, note }) => `${name}: ${value}${note ? ` (${note})` : ''}`);
}

test('a session in words', () => {
	expect(printed(sessionRows(sdp))).toEqual(['Session: 4611', 'Version: 3', 'Address: 192.0.2.7']);
});

test('a section of media in words', () => {
	expect(sdp.media.map((media) => printed(mediaRows(media)))).toEqual([
		[
			'Direction: sendonly (only sends, as on hold)',
			'Address: 203.0.113.5:49170',
			'Protocol: UDP/TLS/RTP/SAVPF',
			'Codecs: 111 opus 48 kHz, 2 channels\n  0 PCMU 8 kHz\n101 telephone-event 8 kHz',
			'DTMF: telephone-event',
			'RTCP: on the same port',
			'Setup: actpass (lets the other side choose)'
		],
		[
			'Direction: sendrecv (sends and receives)',
			'Address: 0 (refused)',
			'Protocol: RTP/AVP',
			'Codecs:  96 unnamed',
			'DTMF: none',
			'RTCP: on a port of its own'
		]
	]);
});
