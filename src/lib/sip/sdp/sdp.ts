import { type Codec, staticPayload } from './static-payloads.ts';
import { lineEnd, numberOf } from './words.ts';

/** A session description (RFC 8866), as far as a call's media can be told from it. */
export interface Sdp {
	origin?: SdpOrigin;
	media: SdpMedia[];
}

/** The `o=` line; a new description of the same session has a higher version. */
export interface SdpOrigin {
	username: string;
	sessionId: string;
	version: string;
	address: string;
}

export type SdpDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** One `m=` section; what the session says for all sections is in each. */
export interface SdpMedia {
	/** `audio`, `video`, `application`. */
	kind: string;
	/** 0: refused, or bundled with another section. */
	port: number;
	/** `UDP/TLS/RTP/SAVPF`. */
	protocol: string;
	/** In order of preference. */
	payloads: SdpPayload[];
	direction: SdpDirection;
	/** Address of the `c=` line. */
	address?: string;
	candidates: SdpCandidate[];
	iceUfrag?: string;
	/** `sha-256 AB:CD:…`. */
	fingerprint?: string;
	/** `actpass`, `active` or `passive` (RFC 4145). */
	setup?: string;
	rtcpMux: boolean;
	/** Whether digits can be sent (RFC 4733). */
	telephoneEvent: boolean;
}

export interface SdpPayload extends Codec {
	type: number;
}

export interface SdpCandidate {
	/** `host`, `srflx`, `prflx` or `relay`. */
	type: string;
	address: string;
	port: number;
	/** As written: `udp`, `tcp`. */
	protocol: string;
}

/** Reads a description. Never throws: a line it cannot read is left out. */
export function parseSdp(text: string): Sdp {
	const [session = [], ...sections] = sectionsOf(text);
	const shared = parseTransport(session);
	const media = sections.map((lines) => parseMedia(lines, shared));
	const origin = parseOrigin(valueOf(session, 'o='));
	return origin === undefined ? { media } : { origin, media };
}

/** The session's lines, then those of each `m=` section. */
function sectionsOf(text: string): string[][] {
	let section: string[] = [];
	const sections = [section];
	for (const line of text.split('\n')) {
		if (line.startsWith('m=')) sections.push((section = []));
		section.push(line.slice(0, lineEnd(line, 0, line.length)));
	}
	return sections;
}

function parseOrigin(value: string | undefined): SdpOrigin | undefined {
	const [username, sessionId, version, , , address] = value === undefined ? [] : wordsOf(value);
	if (username === undefined) return undefined;
	return { username, sessionId: sessionId ?? '', version: version ?? '', address: address ?? '' };
}

/** What a section says, or the session for all its sections (RFC 8866 §5.13). */
type Transport = Partial<
	Pick<SdpMedia, 'direction' | 'address' | 'iceUfrag' | 'fingerprint' | 'setup'>
>;

function parseTransport(lines: readonly string[]): Transport {
	const transport: Transport = {};
	const direction = lines.find((line) => DIRECTIONS.has(line))?.slice(2);
	if (direction !== undefined) transport.direction = direction as SdpDirection;
	const address = valuesOf(lines, 'c=')
		.flatMap((value) => wordsOf(value)[2] ?? [])[0]
		?.split('/', 1)[0];
	if (address !== undefined) transport.address = address;
	const iceUfrag = valueOf(lines, 'a=ice-ufrag:');
	if (iceUfrag !== undefined) transport.iceUfrag = iceUfrag;
	const fingerprint = valueOf(lines, 'a=fingerprint:');
	if (fingerprint !== undefined) transport.fingerprint = fingerprint;
	const setup = valueOf(lines, 'a=setup:');
	if (setup !== undefined) transport.setup = setup;
	return transport;
}

function parseMedia(lines: readonly string[], shared: Transport): SdpMedia {
	const [kind = '', port = '', protocol = '', ...formats] = wordsOf(valueOf(lines, 'm=') ?? '');
	const payloads = parsePayloads(formats, lines);
	return {
		kind,
		port: Math.max(0, numberOf(port, 0, port.length)),
		protocol,
		payloads,
		direction: 'sendrecv',
		candidates: valuesOf(lines, 'a=candidate:').flatMap((value) => parseCandidate(value) ?? []),
		rtcpMux: lines.includes('a=rtcp-mux'),
		telephoneEvent: payloads.some(({ codec }) => codec.toLowerCase() === 'telephone-event'),
		...shared,
		...parseTransport(lines)
	};
}

function parsePayloads(formats: readonly string[], lines: readonly string[]): SdpPayload[] {
	const mapped = new Map<number, Codec>();
	for (const value of valuesOf(lines, 'a=rtpmap:')) {
		const type = numberOf(value, 0, value.length);
		const [codec = '', clockRate = '', channels = ''] = wordsOf(value)[1]?.split('/') ?? [];
		if (type < 0 || codec === '' || mapped.has(type)) continue;
		const rate = Math.max(0, numberOf(clockRate, 0, clockRate.length));
		const count = numberOf(channels, 0, channels.length);
		mapped.set(type, { codec, clockRate: rate, ...(count >= 0 && { channels: count }) });
	}
	return formats
		.map((format) => numberOf(format, 0, format.length))
		.filter((type) => type >= 0)
		.map((type) => ({
			type,
			...(mapped.get(type) ?? staticPayload(type) ?? { codec: '', clockRate: 0 })
		}));
}

/** `foundation component protocol priority address port typ type` (RFC 8839 §5.1). */
function parseCandidate(value: string): SdpCandidate | undefined {
	const [, , protocol, , address, port, typ, type] = value.split(/ +/);
	if (protocol === undefined || address === undefined || type === undefined) return undefined;
	return typ === 'typ' ? { type, address, port: Number(port) || 0, protocol } : undefined;
}

const DIRECTIONS: ReadonlySet<string> = new Set([
	'a=sendrecv',
	'a=sendonly',
	'a=recvonly',
	'a=inactive'
]);

function wordsOf(value: string): string[] {
	return value.split(/[ \t]+/).filter((word) => word !== '');
}

function valueOf(lines: readonly string[], prefix: string): string | undefined {
	return lines.find((line) => line.startsWith(prefix))?.slice(prefix.length);
}

function valuesOf(lines: readonly string[], prefix: string): string[] {
	return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}
