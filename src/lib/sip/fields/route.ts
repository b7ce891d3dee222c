import { parseUri } from '../uri.ts';
import { type Address, parseAddress } from './address.ts';

/** One proxy on the way (RFC 3261 §20.30, §20.34). */
export interface Route extends Address {
	/** Whether it leaves the request URI alone, as all do since RFC 3261 (§16.12). */
	loose: boolean;
}

/** Reads one element of Route, Record-Route, Path or Service-Route; `undefined` without a URI. */
export function parseRoute(element: string): Route | undefined {
	const address = parseAddress(element);
	return address && { ...address, loose: parseUri(address.uri)?.parameters.has('lr') ?? false };
}
