import { wordsOf } from './words.ts';

/** Who opens the DTLS connection: the active side is its client (RFC 4145 §4, RFC 8842). */
export type SdpSetup = 'actpass' | 'active' | 'passive' | 'holdconn';

/** A hash of the certificate that the DTLS connection will show (RFC 8122 §5). */
export interface SdpFingerprint {
	/** In lower case: `sha-256`. */
	hash: string;
	/** As written: `AB:CD:…`. */
	value: string;
}

const SETUPS: readonly string[] = ['actpass', 'active', 'passive', 'holdconn'] satisfies SdpSetup[];

export function parseSetup(value: string): SdpSetup | undefined {
	return SETUPS.includes(value) ? (value as SdpSetup) : undefined;
}

export function parseFingerprint(value: string): SdpFingerprint | undefined {
	const [hash, digits] = wordsOf(value);
	return hash === undefined || digits === undefined
		? undefined
		: { hash: hash.toLowerCase(), value: digits };
}

/** Bytes of each hash. */
const SIZES: ReadonlyMap<string, number> = new Map([
	['md5', 16],
	['sha-1', 20],
	['sha-224', 28],
	['sha-256', 32],
	['sha-384', 48],
	['sha-512', 64]
]);

/** Whether there are as many bytes as the hash has, and nothing else. */
export function isSoundFingerprint(value: string): boolean {
	const [sound, hash = '', digits = ''] = SOUND.exec(value) ?? [];
	const size = SIZES.get(hash.toLowerCase());
	return sound !== undefined && (size === undefined || digits.length === size * 3 - 1);
}

/** Two digits for each byte, and colons between. */
const SOUND = /^(\S+) ([0-9a-f]{2}(?::[0-9a-f]{2})*)$/i;
