import { parseSdp } from '../../sip/sdp/sdp.ts';

/** What an endpoint needs to know of a phone's description. */
export interface Described {
	/** Whether the phone wants to hear anything: not while it holds the call. */
	listens: boolean;
	/** Changes when ICE starts anew (RFC 8445 §9). */
	iceUfrag: string;
}

/** undefined where it describes no audio. */
export function describe(sdp: string): Described | undefined {
	const audio = parseSdp(sdp).media.find(({ kind }) => kind === 'audio');
	if (!audio?.iceUfrag) return undefined;
	const listens = audio.direction !== 'sendonly' && audio.direction !== 'inactive';
	return { listens, iceUfrag: audio.iceUfrag };
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

/** The payload type that a description gives a codec; undefined where it has none. */
export function payloadTypeOf(sdp: string, codec: RegExp): number | undefined {
	const payloads = parseSdp(sdp).media.flatMap(({ payloads }) => payloads);
	return payloads.find((payload) => codec.test(payload.codec))?.type;
}

/** Every payload type that carries keys: one for each clock rate. */
export function keyPayloadTypes(sdp: string): number[] {
	const payloads = parseSdp(sdp).media.flatMap(({ payloads }) => payloads);
	return payloads.flatMap(({ codec, type }) => (/^telephone-event$/i.test(codec) ? [type] : []));
}
