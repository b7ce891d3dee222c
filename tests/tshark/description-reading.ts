import { scanHead } from '../../src/lib/sip/head.ts';
import { parseSdp } from '../../src/lib/sip/sdp/sdp.ts';
import type { Dissection } from './tshark.ts';

/** What both of us read of a description. */
export interface SdpReading {
	sessionId: string;
	version: string;
	/** As the `m=` lines have it. */
	media: string[];
	/** Of the `c=` lines. */
	addresses: string[];
	/** `opus/48000`: what `a=rtpmap` names, in the order of the alphabet. */
	codecs: string[];
	/** `host 192.0.2.7:9`. */
	candidates: string[];
}

export const SDP_FIELDS = [
	'sdp.owner.sessionid',
	'sdp.owner.version',
	'sdp.media',
	'sdp.connection_info.address',
	'sdp.mime.type',
	'sdp.sample_rate',
	'sdp.ice_candidate.type',
	'sdp.ice_candidate.address',
	'sdp.ice_candidate.port'
];

/** `undefined` where the message has none. */
export function ourSdp(text: string): SdpReading | undefined {
	const { contentType, bodyOffset } = scanHead(text);
	if (!/^application\/sdp\b/i.test(contentType) || bodyOffset === text.length) return undefined;
	const { origin, media, shared } = parseSdp(text.slice(bodyOffset));
	const addresses = [shared.address, ...media.map(({ address }) => address)];
	const payloads = media.flatMap((section) => section.payloads);
	return {
		sessionId: origin?.sessionId ?? '',
		version: origin?.version ?? '',
		media: media.map(({ kind, port, protocol, formats }) =>
			[kind, port, protocol, ...formats].join(' ')
		),
		addresses: [...new Set(addresses.filter((address) => address !== undefined))],
		// Of a static payload type without a=rtpmap tshark tells the name only in words.
		codecs: payloads
			.filter(({ type }) => text.includes(`a=rtpmap:${type} `))
			.map(({ codec, clockRate }) => `${codec}/${clockRate}`)
			.sort(),
		candidates: media
			.flatMap((section) => section.candidates)
			.map(({ type, address, port }) => `${type} ${address} ${port}`)
	};
}

export function theirSdp(read: Dissection): SdpReading | undefined {
	const all = (field: string) => read[field] ?? [];
	if (all('sdp.owner.sessionid').length + all('sdp.media').length === 0) return undefined;
	const rates = all('sdp.sample_rate');
	const [types, ports] = [all('sdp.ice_candidate.type'), all('sdp.ice_candidate.port')];
	return {
		sessionId: all('sdp.owner.sessionid')[0] ?? '',
		version: all('sdp.owner.version')[0] ?? '',
		media: [...all('sdp.media')],
		addresses: [...new Set(all('sdp.connection_info.address'))],
		codecs: all('sdp.mime.type')
			.map((codec, index) => `${codec}/${rates[index] ?? 0}`)
			.sort(),
		candidates: all('sdp.ice_candidate.address').map(
			(address, index) => `${types[index] ?? ''} ${address} ${ports[index] ?? ''}`
		)
	};
}
