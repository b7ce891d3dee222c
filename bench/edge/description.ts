/** An SDP that is good enough to be passed around. */
export const DESCRIPTION = [
	'v=0',
	'o=- 1 1 IN IP4 127.0.0.1',
	's=-',
	't=0 0',
	'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
	'c=IN IP4 0.0.0.0',
	'a=rtpmap:111 opus/48000/2',
	'a=rtpmap:126 telephone-event/8000',
	'a=sendrecv',
	'a=rtcp-mux',
	'a=setup:actpass',
	`a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`,
	'a=ice-ufrag:load',
	'a=ice-pwd:load-password-of-24-chars',
	''
].join('\r\n');
