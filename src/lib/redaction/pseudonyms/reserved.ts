import type { ValueForm } from './value-form.ts';

/**
 * Whether a value belongs to nobody, so that it may stay: what standards reserve for examples, what
 * only names this machine or any, and RingCentral's public domains.
 */
export function isReserved({ kind, key }: ValueForm): boolean {
	switch (kind) {
		case 'number':
			return /^(?:\d{3})?55501\d\d$|^9+55501\d\d$/.test(key);
		case 'ip':
			return key.includes(':') ? isReservedIpv6(key) : isReservedIpv4(key);
		case 'host':
			return isReservedHost(key);
		case 'name':
		case 'user':
			return (
				/^(?:anonymous|unknown|unavailable|restricted|private|guest|[?*-]*)$/i.test(key) ||
				/^(?:Person ?|user)\d+$/.test(key)
			);
		default:
			return false;
	}
}

/** RFC 5737 and RFC 6890: documentation, loopback, "this host" and multicast. */
function isReservedIpv4(address: string): boolean {
	return /^(?:192\.0\.2|198\.51\.100|203\.0\.113|0|127|22[4-9]|23\d)\.|^255\.255\.255\.255$/.test(
		address
	);
}

/** RFC 3849; loopback, unspecified and multicast. */
function isReservedIpv6(address: string): boolean {
	return /^2001:db8:|^(?:0:){7}[01]$|^ff/.test(address);
}

/** RFC 2606 and 6761; names that browsers make up for their candidates (RFC 8828). */
const RESERVED_HOST =
	/^(?:localhost|(?:.+\.)?(?:example\.(?:com|net|org)|example|invalid|test|localhost)|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.local)$/;

const PUBLIC_HOST = /^(?:[\w-]+\.)?ringcentral\.com$/;

function isReservedHost(host: string): boolean {
	return RESERVED_HOST.test(host) || PUBLIC_HOST.test(host) || !/[\p{L}\d]/u.test(host);
}

/** Whether an address is one of a network that is not the Internet (RFC 1918, 6598, 3927, 4193). */
export function isOfPrivateNetwork(address: string): boolean {
	return address.includes(':')
		? /^f[cd]|^fe[89ab]/.test(address)
		: /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254)\./.test(
				address
			);
}
