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

export interface SdpPayload {
	type: number;
	/** As written: `opus`, `PCMU`, `telephone-event`; `''` where nothing names it. */
	codec: string;
	/** In Hz; 0 where unknown. */
	clockRate: number;
	channels?: number;
}

export interface SdpCandidate {
	/** `host`, `srflx`, `prflx` or `relay`. */
	type: string;
	address: string;
	port: number;
	/** As written: `udp`, `tcp`. */
	protocol: string;
}

/** Codecs of payload types that need no `a=rtpmap` (RFC 3551 §6). */
const STATIC_PAYLOADS: ReadonlyMap<number, SdpPayload> = new Map(
	[
		{ type: 0, codec: 'PCMU', clockRate: 8000 },
		{ type: 3, codec: 'GSM', clockRate: 8000 },
		{ type: 4, codec: 'G723', clockRate: 8000 },
		{ type: 8, codec: 'PCMA', clockRate: 8000 },
		{ type: 9, codec: 'G722', clockRate: 8000 },
		{ type: 13, codec: 'CN', clockRate: 8000 },
		{ type: 15, codec: 'G728', clockRate: 8000 },
		{ type: 18, codec: 'G729', clockRate: 8000 }
	].map((payload) => [payload.type, payload])
);

/** Reads a description. Never throws: a line it cannot read is left out. */
export function parseSdp(text: string): Sdp {
	const [session = [], ...sections] = sectionsOf(text);
	const shared = parseTransport(session);
	const media = sections.flatMap((lines) => parseMedia(lines, shared) ?? []);
	const origin = parseOrigin(valueOf(session, 'o='));
	return origin === undefined ? { media } : { origin, media };
}

/** The session's lines, then those of each `m=` section. */
function sectionsOf(text: string): string[][] {
	let section: string[] = [];
	const sections = [section];
	for (const line of text.split(/\r\n|\n|\r/)) {
		if (line.startsWith('m=')) sections.push((section = []));
		section.push(line.trimEnd());
	}
	return sections;
}

function parseOrigin(value: string | undefined): SdpOrigin | undefined {
	const [username, sessionId, version, , , address] = value?.split(/ +/) ?? [];
	if (username === undefined || sessionId === undefined || version === undefined) return undefined;
	return { username, sessionId, version, address: address ?? '' };
}

/** What a section says, or the session for all its sections (RFC 8866 §5.13). */
type Transport = Partial<
	Pick<SdpMedia, 'direction' | 'address' | 'iceUfrag' | 'fingerprint' | 'setup'>
>;

function parseTransport(lines: readonly string[]): Transport {
	const transport: Transport = {};
	const direction = DIRECTIONS.find((name) => lines.includes(`a=${name}`));
	if (direction !== undefined) transport.direction = direction;
	const address = valueOf(lines, 'c=')?.split(' ', 3)[2]?.split('/', 1)[0];
	if (address !== undefined) transport.address = address;
	const iceUfrag = valueOf(lines, 'a=ice-ufrag:');
	if (iceUfrag !== undefined) transport.iceUfrag = iceUfrag;
	const fingerprint = valueOf(lines, 'a=fingerprint:');
	if (fingerprint !== undefined) transport.fingerprint = fingerprint;
	const setup = valueOf(lines, 'a=setup:');
	if (setup !== undefined) transport.setup = setup;
	return transport;
}

function parseMedia(lines: readonly string[], shared: Transport): SdpMedia | undefined {
	const [kind, port, protocol, ...formats] = (valueOf(lines, 'm=') ?? '').split(/ +/);
	if (kind === undefined || protocol === undefined) return undefined;
	const payloads = parsePayloads(formats, lines);
	return {
		kind,
		port: Number.parseInt(port ?? '', 10) || 0,
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
	const mapped = new Map<number, SdpPayload>();
	for (const value of valuesOf(lines, 'a=rtpmap:')) {
		const [, type, codec, clockRate, channels] =
			/^(\d{1,3}) +([^/\s]+)(?:\/(\d{1,9}))?(?:\/(\d{1,3}))?/.exec(value) ?? [];
		if (type === undefined || codec === undefined) continue;
		const payload: SdpPayload = { type: Number(type), codec, clockRate: Number(clockRate ?? 0) };
		if (channels !== undefined) payload.channels = Number(channels);
		mapped.set(payload.type, payload);
	}
	return formats
		.filter((format) => /^\d{1,3}$/.test(format))
		.map(Number)
		.map((type) => {
			const payload = mapped.get(type) ?? STATIC_PAYLOADS.get(type);
			return payload ? { ...payload } : { type, codec: '', clockRate: 0 };
		});
}

/** `foundation component protocol priority address port typ type` (RFC 8839 §5.1). */
function parseCandidate(value: string): SdpCandidate | undefined {
	const [, , protocol, , address, port, typ, type] = value.split(/ +/);
	if (protocol === undefined || address === undefined || type === undefined) return undefined;
	return typ === 'typ' ? { type, address, port: Number(port) || 0, protocol } : undefined;
}

const DIRECTIONS: readonly SdpDirection[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];

function valueOf(lines: readonly string[], prefix: string): string | undefined {
	return lines.find((line) => line.startsWith(prefix))?.slice(prefix.length);
}

function valuesOf(lines: readonly string[], prefix: string): string[] {
	return lines.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}
