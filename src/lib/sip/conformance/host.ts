/** A host name, an IPv4 address, or an IPv6 address in brackets (RFC 3261 §25.1). */
export function isHost(text: string): boolean {
	if (text.startsWith('[')) return text.endsWith(']') && isIpv6(text.slice(1, -1));
	return isIpv4(text) || isHostName(text);
}

/** Four numbers of up to three digits. */
export function isIpv4(text: string): boolean {
	return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text);
}

/**
 * An IPv6 address without brackets (RFC 5954 §4.1). Three colons before a trailing IPv4 address come
 * of a mistake in RFC 3261's own grammar, and are to be tolerated (RFC 5118 §4.10).
 */
export function isIpv6(text: string): boolean {
	if (text.length > LONGEST_IPV6) return false;
	const address = text.replace(/:::(?=\d+\.)/, '::');
	const halves = address.split('::');
	if (halves.length > 2) return false;
	const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
	const ipv4 = isIpv4(groups.at(-1)?.at(-1) ?? '');
	if (ipv4) groups.at(-1)?.pop();
	if (!groups.flat().every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
	const count = groups.flat().length + (ipv4 ? 2 : 0);
	return halves.length === 2 ? count < 8 : count === 8;
}

/** Eight groups, or six and an IPv4 address, and the one colon too many. */
const LONGEST_IPV6 = 46;

/** Labels of letters, digits and inner hyphens, the last of which begins with a letter. */
function isHostName(text: string): boolean {
	return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?\.?$/i.test(text);
}
