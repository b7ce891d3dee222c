import type { Random } from './random.ts';

/** What Chromium offers or answers for one microphone: 2 to 4 KB, most of it candidates. */
export function chromiumDescription(random: Random, direction = 'sendrecv'): string {
	const ufrag = random.text(4);
	return lines([
		'v=0',
		`o=- ${random.between(1e15, 9e15)} ${random.between(2, 9)} IN IP4 127.0.0.1`,
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'a=extmap-allow-mixed',
		'a=msid-semantic: WMS',
		`m=audio ${random.between(49152, 65535)} UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126`,
		'c=IN IP4 203.0.113.40',
		'a=rtcp:9 IN IP4 0.0.0.0',
		...Array.from({ length: random.between(10, 24) }, () => candidate(random, ufrag)),
		`a=ice-ufrag:${ufrag}`,
		`a=ice-pwd:${random.text(24)}`,
		'a=ice-options:trickle',
		`a=fingerprint:sha-256 ${fingerprint(random, 32)}`,
		'a=setup:actpass',
		'a=mid:0',
		'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
		'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
		`a=${direction}`,
		'a=rtcp-mux',
		'a=rtcp-rsize',
		'a=rtpmap:111 opus/48000/2',
		'a=rtcp-fb:111 transport-cc',
		'a=fmtp:111 minptime=10;useinbandfec=1',
		'a=rtpmap:63 red/48000/2',
		'a=fmtp:63 111/111',
		'a=rtpmap:9 G722/8000',
		'a=rtpmap:0 PCMU/8000',
		'a=rtpmap:8 PCMA/8000',
		'a=rtpmap:13 CN/8000',
		'a=rtpmap:110 telephone-event/48000',
		'a=rtpmap:126 telephone-event/8000',
		`a=ssrc:${random.between(1, 4e9)} cname:${random.text(16)}`
	]);
}

/** What the edge offers or answers: 1 KB, with two candidates. */
export function edgeDescription(random: Random): string {
	const port = random.between(20000, 39998);
	return lines([
		'v=0',
		`o=- ${random.between(1e15, 9e15)} ${random.between(1e15, 9e15)} IN IP4 203.0.113.12`,
		's=SmcSip',
		'c=IN IP4 203.0.113.12',
		't=0 0',
		`m=audio ${port} UDP/TLS/RTP/SAVPF 111 109 18 0 8 9 96 126`,
		'a=rtpmap:111 OPUS/48000/2',
		'a=fmtp:111 useinbandfec=1',
		'a=rtcp-fb:111 ccm tmmbr',
		'a=rtpmap:109 OPUS/16000',
		'a=fmtp:109 useinbandfec=1',
		'a=rtcp-fb:109 ccm tmmbr',
		'a=rtpmap:18 g729/8000',
		'a=fmtp:18 annexb=no',
		'a=rtpmap:0 pcmu/8000',
		'a=rtpmap:8 pcma/8000',
		'a=rtpmap:9 g722/8000',
		'a=rtpmap:96 ilbc/8000',
		'a=fmtp:96 mode=20',
		'a=rtpmap:126 telephone-event/8000',
		'a=fmtp:126 0-15',
		`a=rtcp:${port + 1}`,
		'a=sendrecv',
		'a=rtcp-mux',
		'a=setup:passive',
		`a=fingerprint:sha-1 ${fingerprint(random, 20)}`,
		`a=ice-ufrag:${random.text(8)}`,
		`a=ice-pwd:${random.text(26)}`,
		`a=candidate:${random.hex(8)} 1 UDP 4294902018 203.0.113.12 ${port} typ host`,
		`a=candidate:${random.hex(8)} 2 UDP 4294902018 203.0.113.12 ${port + 1} typ host`
	]);
}

function candidate(random: Random, ufrag: string): string {
	const address = `192.0.2.${random.between(1, 254)} ${random.between(49152, 65535)}`;
	return `a=candidate:${random.between(1e8, 4e9)} 1 udp 2113937151 ${address} typ host generation 0 ufrag ${ufrag} network-cost 999`;
}

function fingerprint(random: Random, bytes: number): string {
	return Array.from({ length: bytes }, () => random.hex(2).toUpperCase()).join(':');
}

function lines(all: readonly string[]): string {
	return `${all.join('\r\n')}\r\n`;
}
