import { numberOf, wordsOf } from './words.ts';

/** Where RTCP goes that has a port of its own (RFC 3605). */
export interface SdpRtcp {
	port: number;
	address?: string;
}

/** `9`, or `9 IN IP4 0.0.0.0`. */
export function parseRtcp(value: string): SdpRtcp | undefined {
	const port = numberOf(value, 0, value.length);
	const address = wordsOf(value)[3];
	return port < 0 ? undefined : { port, ...(address !== undefined && { address }) };
}

/** Whether a value that could be read keeps to the grammar. */
export function isSoundRtcp(value: string): boolean {
	return /^\d{1,5}(?: IN IP[46] \S+)?$/.test(value);
}
