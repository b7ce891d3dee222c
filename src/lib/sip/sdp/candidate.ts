import { wordsOf } from './words.ts';

/** One address at which an ICE agent may be reached (RFC 8839 §5.1). */
export interface SdpCandidate {
	/** The same for candidates of one type, base and server. */
	foundation: string;
	/** 1 for RTP, 2 for RTCP. */
	component: number;
	/** As written: `udp`, `TCP`. */
	protocol: string;
	priority: number;
	/** IPv4, IPv6, or a name: browsers hide their own behind one of mDNS, `….local` (RFC 8828). */
	address: string;
	port: number;
	/** `host`, `srflx`, `prflx` or `relay`. */
	type: string;
	/** `raddr` and `rport`: where the candidate derives from. */
	relatedAddress?: string;
	relatedPort?: number;
	/** `active`, `passive` or `so` (RFC 6544 §4.5). */
	tcpType?: string;
	/** Further names and values, as they came: `generation 0 network-cost 10`. */
	extensions: [name: string, value: string][];
}

/**
 * Reads the value of `a=candidate`; `undefined` where it is none. The port and whatever else can
 * be wrong without making it unreadable is 0.
 */
export function parseCandidate(value: string): SdpCandidate | undefined {
	const words = wordsOf(value);
	const [foundation = '', component = '', protocol = '', priority = '', address = ''] = words;
	const type = words[7];
	if (words[6] !== 'typ' || type === undefined) return undefined;
	const candidate: SdpCandidate = {
		foundation,
		component: numeric(component),
		protocol,
		priority: numeric(priority),
		address,
		port: numeric(words[5] ?? ''),
		type,
		extensions: []
	};
	for (let at = 8; at < words.length; at += 2)
		extend(candidate, words[at] ?? '', words[at + 1] ?? '');
	return candidate;
}

function extend(candidate: SdpCandidate, name: string, value: string): void {
	if (name === 'raddr') candidate.relatedAddress ??= value;
	else if (name === 'rport') candidate.relatedPort ??= numeric(value);
	else if (name === 'tcptype') candidate.tcpType ??= value;
	else candidate.extensions.push([name, value]);
}

/** Whether a value that could be read keeps to the grammar. */
export function isSoundCandidate(value: string): boolean {
	const [sound, port, relatedPort = 0] = SOUND.exec(value) ?? [];
	return sound !== undefined && Number(port) <= MAX_PORT && Number(relatedPort) <= MAX_PORT;
}

const SOUND =
	/^\S{1,32} \d{1,3} \S+ \d{1,10} \S+ (\d{1,5}) typ \S+(?: raddr \S+ rport (\d{1,5}))?(?: \S+ \S+)*$/;

const MAX_PORT = 65535;

function numeric(word: string): number {
	return /^\d{1,10}$/.test(word) ? Number(word) : 0;
}

export type AddressKind = 'ipv4' | 'ipv6' | 'mdns' | 'name';

export function addressKind(address: string): AddressKind {
	if (address.includes(':')) return 'ipv6';
	if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return 'ipv4';
	return /\.local\.?$/i.test(address) ? 'mdns' : 'name';
}
