import fc from 'fast-check';

/** Session descriptions for properties of the readers: from sound ones to lines that only look so. */

const type = fc.constantFrom('0', '8', '13', '18', '96', '101', '111', '126');
const codec = fc.constantFrom(
	'opus/48000/2',
	'PCMU/8000',
	'telephone-event/8000',
	'G722',
	'g729/x/y',
	'/8000',
	'',
	'a b'
);
const address = fc.constantFrom(
	'192.0.2.7',
	'0.0.0.0',
	'0.0.0.0/127',
	'2001:db8::1',
	'a.local',
	''
);
const port = fc.constantFrom('0', '9', '49170', '49170/2', '65536', '1234567890', 'x', '');
const separator = fc.constantFrom(' ', ' ', ' ', '  ', '\t');

function joined(...words: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
	return fc.tuple(separator, fc.tuple(...words)).map(([blank, all]) => all.join(blank));
}

const candidate = joined(
	fc.constantFrom('1', 'Mjq5KtrB', '+/'),
	fc.constantFrom('1', '2', '257', 'x'),
	fc.constantFrom('udp', 'UDP', 'tcp'),
	fc.constantFrom('2130706431', '4294967296', '0'),
	address,
	port,
	fc.constantFrom('typ', 'type', ''),
	fc.constantFrom('host', 'srflx', 'relay', 'own', ''),
	fc.constantFrom('', 'raddr 192.0.2.9 rport 9', 'tcptype active', 'generation 0 network-cost', 'x')
);

const attribute = fc.oneof(
	fc.constantFrom(
		'sendrecv',
		'sendonly',
		'recvonly',
		'inactive',
		'sendonly:',
		'Sendonly',
		'sendonl'
	),
	fc.tuple(type, codec).map(([number, name]) => `rtpmap:${number} ${name}`),
	fc.tuple(type, codec).map(([number, name]) => `fmtp:${number} ${name}`),
	candidate.map((value) => `candidate:${value}`),
	fc.constantFrom('ice-ufrag:8hhY', 'ice-ufrag:', 'ice-pwd:asd88fgpdd777uzjYhagZg', 'ice-lite'),
	fc.constantFrom(
		'ice-options:trickle',
		'end-of-candidates',
		'rtcp-mux',
		'rtcp-mux-only',
		'rtcp:9'
	),
	fc.constantFrom('setup:actpass', 'setup:active', 'setup:passive', 'setup:', 'setup:later'),
	fc.constantFrom('fingerprint:sha-256 AB:CD', 'fingerprint:sha-256', 'fingerprint:'),
	fc.constantFrom(
		'mid:0',
		'mid:audio',
		'group:BUNDLE 0 audio',
		'group:BUNDLE',
		'ptime:20',
		'ptime:x'
	),
	fc.constantFrom('ssrc:1234 cname:a', 'ssrc:x', 'ssrc:1234', 'msid:- a', 'extmap:1 urn:x', ''),
	fc.string({ maxLength: 12 })
);

const line = fc.oneof(
	{ weight: 8, arbitrary: attribute.map((value) => `a=${value}`) },
	{
		weight: 2,
		arbitrary: joined(
			fc.constantFrom('m=audio', 'm=video', 'm=application', 'm=', 'm'),
			port,
			fc.constantFrom('RTP/AVP', 'UDP/TLS/RTP/SAVPF', 'UDP/DTLS/SCTP', ''),
			fc.oneof(type, fc.constantFrom('webrtc-datachannel', '*', '')),
			fc.oneof(type, fc.constant('')),
			type
		)
	},
	joined(fc.constantFrom('c=IN', 'c='), fc.constantFrom('IP4', 'IP6', ''), address),
	joined(fc.constantFrom('o=-', 'o=', 'o=alice'), fc.constantFrom('1', 'x', ''), type, address),
	fc.constantFrom('v=0', 'v=1', 's=-', 't=0 0', 't=x', 'b=AS:64', 'b=x', 'i=', 'k=prompt', 'z', ''),
	fc.string({ unit: 'binary', maxLength: 12 })
);

const lineBreak = fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', ' \r\n', '\r\r\n', '\r');

/** Texts of descriptions: any lines in any order. */
export const descriptionText: fc.Arbitrary<string> = fc
	.array(fc.tuple(line, lineBreak), { maxLength: 30 })
	.map((lines) => lines.map((pieces) => pieces.join('')).join(''));
