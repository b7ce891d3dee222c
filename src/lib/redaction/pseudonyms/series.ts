import { isOfPrivateNetwork } from './reserved.ts';
import { filler } from './filler.ts';
import type { ValueForm } from './value-form.ts';

/** A row of pseudonyms without end, each for one value. */
export interface Series {
	/** Values with the same one share it. */
	readonly id: string;
	/** The key of a pseudonym, by its place from 0 on. */
	at(place: number): string;
}

/** From which series a value gets its pseudonym: those of one series have one format. */
export function seriesFor({ kind, key }: ValueForm): Series {
	switch (kind) {
		case 'number':
			return { id: `number ${key.length}`, at: (place) => numberAt(key.length, place) };
		case 'extension':
			return { id: `extension ${key.length}`, at: (place) => extensionAt(key.length, place) };
		case 'user':
			return { id: 'user', at: (place) => `user${place + 1}` };
		case 'name':
			return { id: 'name', at: (place) => `Person${spaceIn(key)}${place + 1}` };
		case 'host':
			return { id: 'host', at: hostAt };
		case 'ip':
			return addresses(key.includes(':'), isOfPrivateNetwork(key));
		default:
			return { id: 'secret', at: (place) => filler(kind, key, place + 1) };
	}
}

/** A name of one word may be a user's as well, and no URI has a space there. */
function spaceIn(name: string): string {
	return /\s/.test(name) ? ' ' : '';
}

/** Area codes that North America has or may have: no N11, nothing above 9 8 9. */
const AREAS = 789;

/**
 * 555-01xx in one area after another, from 650 on, then further numbers of 555. Of other lengths 9s come
 * before it: no country has a code with two of them.
 */
function numberAt(length: number, place: number): string {
	if (length !== 10) return String(5_550_100 + place).padStart(length, '9');
	const area = 200 + ((450 + Math.floor(place / 100)) % AREAS);
	const line = 100 + (place % 100) + 100 * Math.floor(place / (100 * AREAS));
	return `${area}555${String(line).padStart(4, '0')}`;
}

/** 901, 902, … of the same length as long as there are any. */
function extensionAt(length: number, place: number): string {
	const count = length === 1 ? 10 : 9 * 10 ** (length - 1);
	if (place >= count) return extensionAt(length + 1, place - count);
	const first = length === 1 ? 0 : 10 ** (length - 1);
	return String(first + ((8 * 10 ** (length - 1) + 1 + place) % count));
}

/** RFC 2606. */
function hostAt(place: number): string {
	const domain = ['example.com', 'example.net', 'example.org'][place % 3] ?? '';
	return place < 3 ? domain : `host${place + 1}.${domain}`;
}

/** Those of private networks are told from others, since it matters to media who can reach whom. */
function addresses(isIpv6: boolean, isPrivate: boolean): Series {
	if (isIpv6) {
		const site = isPrivate ? 'fd' : '0';
		return {
			id: `ipv6 ${site}`,
			at: (place) => `2001:db8:${site}:0:0:0:0:${(place + 1).toString(16)}`
		};
	}
	const networks = isPrivate ? ['192.0.2'] : ['203.0.113', '198.51.100'];
	return { id: `ipv4 ${isPrivate}`, at: (place) => ipv4At(networks, isPrivate ? 18 : 19, place) };
}

const HOSTS = 254;

/** The networks for documentation (RFC 5737), that for benchmarks (RFC 2544), and those never given out. */
function ipv4At(networks: string[], benchmark: number, place: number): string {
	const network = Math.floor(place / HOSTS);
	const host = 1 + (place % HOSTS);
	if (network < networks.length) return `${networks[network]}.${host}`;
	const further = network - networks.length;
	if (further < 256) return `198.${benchmark}.${further}.${host}`;
	const beyond = further - 256;
	return `${benchmark === 18 ? 240 : 248}.${(beyond >> 8) & 0xff}.${beyond & 0xff}.${host}`;
}
