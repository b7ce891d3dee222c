import { isSoundCandidate, parseCandidate } from './candidate.ts';
import { isSoundRtpmap, parseFmtp, parseRtpmap } from './codecs.ts';
import { isSoundFingerprint, parseFingerprint, parseSetup } from './dtls.ts';
import { parseGroup, parseMid } from './grouping.ts';
import {
	BOTH,
	type Level,
	type LineReader,
	MEDIA,
	type Outcome,
	SESSION,
	each,
	once,
	single
} from './line-reader.ts';
import type { SdpProblemCode } from './problem.ts';
import { isSoundRtcp, parseRtcp } from './rtcp.ts';
import type { SdpDirection, Section } from './section.ts';
import { addSource } from './sources.ts';
import { wordsOf } from './words.ts';

/** The attributes that are read, by name: letter case counts (RFC 8866 §5.13). */
export const ATTRIBUTES: ReadonlyMap<string, LineReader> = new Map([
	attribute('sendrecv', BOTH, direction('sendrecv'), 'RFC 8866 §6.7'),
	attribute('sendonly', BOTH, direction('sendonly'), 'RFC 8866 §6.7'),
	attribute('recvonly', BOTH, direction('recvonly'), 'RFC 8866 §6.7'),
	attribute('inactive', BOTH, direction('inactive'), 'RFC 8866 §6.7'),

	attribute('rtpmap', MEDIA, rtpmap, 'RFC 8866 §6.6', 'payload-malformed', isSoundRtpmap),
	attribute('fmtp', MEDIA, fmtp, 'RFC 8866 §6.15', 'payload-malformed'),
	attribute('ptime', MEDIA, single('ptime', milliseconds), 'RFC 8866 §6.4'),
	attribute('maxptime', MEDIA, single('maxptime', milliseconds), 'RFC 8866 §6.5'),

	attribute('mid', MEDIA, single('mid', parseMid), 'RFC 5888 §4'),
	attribute('group', SESSION, each('groups', parseGroup), 'RFC 5888 §5'),
	attribute('bundle-only', MEDIA, flag('bundleOnly'), 'RFC 9143 §6'),

	attribute('ice-lite', SESSION, flag('iceLite'), 'RFC 8839 §5.3'),
	attribute('ice-ufrag', BOTH, single('iceUfrag', written), ...credentials(4)),
	attribute('ice-pwd', BOTH, single('icePwd', written), ...credentials(22)),
	attribute('ice-options', BOTH, single('iceOptions', wordsOf), 'RFC 8839 §5.6'),
	attribute(
		'candidate',
		MEDIA,
		each('candidates', parseCandidate),
		'RFC 8839 §5.1',
		'candidate-malformed',
		isSoundCandidate
	),
	attribute('end-of-candidates', BOTH, flag('endOfCandidates'), 'RFC 8840 §8.2'),

	attribute(
		'fingerprint',
		BOTH,
		each('fingerprints', parseFingerprint),
		'RFC 8122 §5',
		'fingerprint-malformed',
		isSoundFingerprint
	),
	attribute('setup', BOTH, single('setup', parseSetup), 'RFC 4145 §4', 'setup-malformed'),

	attribute(
		'rtcp',
		MEDIA,
		single('rtcp', parseRtcp),
		'RFC 3605 §2.1',
		'attribute-malformed',
		isSoundRtcp
	),
	attribute('rtcp-mux', MEDIA, flag('rtcpMux'), 'RFC 5761 §5.1.1'),
	attribute('rtcp-mux-only', MEDIA, flag('rtcpMuxOnly'), 'RFC 8858 §3'),
	attribute('ssrc', MEDIA, source, 'RFC 5576 §4.1')
]);

type Sound = LineReader['isSound'];

function attribute(
	name: string,
	levels: readonly Level[],
	read: LineReader['read'],
	source: string,
	code: SdpProblemCode = 'attribute-malformed',
	isSound: Sound = () => true
): [string, LineReader] {
	return [name, { levels, read, isSound, code, source }];
}

/** The rule of a user fragment or a password of ICE, which has at least so many characters. */
function credentials(least: number): [source: string, code: SdpProblemCode, isSound: Sound] {
	const form = new RegExp(`^[A-Za-z0-9+/]{${least},256}$`);
	return ['RFC 8839 §5.4', 'ice-credentials-malformed', (value) => form.test(value)];
}

function direction(name: SdpDirection): LineReader['read'] {
	return (section, value) => (value === undefined ? once(section, 'direction', name) : 'malformed');
}

function flag(
	key: 'endOfCandidates' | 'iceLite' | 'rtcpMux' | 'rtcpMuxOnly' | 'bundleOnly'
): LineReader['read'] {
	return (section, value) => (value === undefined ? once(section, key, true) : 'malformed');
}

function rtpmap(section: Section, value = ''): Outcome {
	const read = parseRtpmap(value);
	if (read === undefined) return 'malformed';
	return section.lists(read.type) ? keep(section.codecs, read.type, read) : 'kept';
}

function fmtp(section: Section, value = ''): Outcome {
	const read = parseFmtp(value);
	if (read === undefined) return 'malformed';
	return section.lists(read[0]) ? keep(section.parameters, ...read) : 'kept';
}

function source(section: Section, value = ''): Outcome {
	return addSource(section.sources, value) ? 'used' : 'malformed';
}

function keep<Value>(map: Map<number, Value>, key: number, value: Value): Outcome {
	if (map.has(key)) return 'repeated';
	map.set(key, value);
	return 'used';
}

function written(value: string): string {
	return value;
}

function milliseconds(value: string): number | undefined {
	return /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
}
