import { parseAddress } from './address.ts';
import { parseUri } from '../uri.ts';

/**
 * Whose contacts a REGISTER binds, from its To (RFC 3261 §10.3): `sip:user@domain`, without port and
 * parameters, the domain in lower case. A value that holds no SIP URI comes back as it is.
 */
export function addressOfRecord(toHeaderValue: string): string {
	const written = parseAddress(toHeaderValue)?.uri ?? toHeaderValue.trim();
	const uri = parseUri(written);
	if (uri === undefined || uri.scheme === 'tel') return written;
	const host = uri.host.toLowerCase();
	return uri.user === undefined ? `${uri.scheme}:${host}` : `${uri.scheme}:${uri.user}@${host}`;
}
