import { parseSdp } from '../../sip/sdp/sdp.ts';

/** What an endpoint needs to know of a phone's description. */
export interface Described {
	/** Whether the phone wants to hear anything: not while it holds the call. */
	listens: boolean;
	/** Changes when ICE starts anew (RFC 8445 §9). */
	iceUfrag: string;
	/** From `o=`: another one is another peer connection, with other keys (RFC 3264 §8). */
	session: string;
}

/** undefined where it describes no audio. */
export function describe(sdp: string): Described | undefined {
	const { media, origin } = parseSdp(sdp);
	const audio = media.find(({ kind }) => kind === 'audio');
	if (!audio?.iceUfrag) return undefined;
	const listens = audio.direction !== 'sendonly' && audio.direction !== 'inactive';
	return { listens, iceUfrag: audio.iceUfrag, session: origin?.sessionId ?? '' };
}

/**
 * Without the candidates that hide behind an mDNS name. Nobody but the browser could resolve them,
 * and nobody has to: as an ICE-lite agent the edge answers wherever the checks come from.
 */
export function withoutHiddenCandidates(sdp: string): string {
	return sdp.replace(/^a=candidate:.*\.local .*\r?\n/gm, '');
}

/** The edge waits for the phone's ClientHello; a browser that offers `actpass` then sends one. */
export function asDtlsServer(sdp: string): string {
	return sdp.replace(/^a=setup:(active|actpass)/gm, 'a=setup:passive');
}

/** The same transport, answered again: a hold, or its end. */
export function reAnswer(sdp: string, version: number, listens: boolean): string {
	return asDtlsServer(sdp)
		.replace(/^(o=\S+ \d+) \d+/m, `$1 ${version}`)
		.replace(/^a=(sendrecv|sendonly|recvonly|inactive)/gm, listens ? 'a=sendrecv' : 'a=recvonly');
}

/** One more offer of the same transport: the phone hears and speaks, and chooses its DTLS role. */
export function reOffer(sdp: string, version: number): string {
	return sdp
		.replace(/^a=setup:\S+/gm, 'a=setup:actpass')
		.replace(/^(o=\S+ \d+) \d+/m, `$1 ${version}`)
		.replace(/^a=(sendrecv|sendonly|recvonly|inactive)/gm, 'a=sendrecv');
}

/** Codecs by payload type, in lower case: `111` is `opus`. */
export type Codecs = ReadonlyMap<number, string>;

/** What both sides of a description may send; several types can carry one codec. */
export function codecsOf(sdp: string): Codecs {
	const payloads = parseSdp(sdp).media.flatMap(({ payloads }) => payloads);
	return new Map(payloads.map(({ type, codec }) => [type, codec.toLowerCase()]));
}
