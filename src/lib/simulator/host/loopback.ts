/**
 * Who may speak to a server on this machine. A page from elsewhere cannot: its Origin gives it
 * away, and where it has its own name resolve to 127.0.0.1 (DNS rebinding), its Host does.
 */

/** @param host a Host header: a name or address, perhaps with a port */
export function isLoopbackHost(host: string | undefined): boolean {
	if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return false;
	const url = parse(`http://${host}/`);
	return url !== undefined && isLoopbackName(url.hostname);
}

/** No Origin is Node or curl, not a page; the opaque `null` is a page that hides where it is from. */
export function isAllowedOrigin(origin: string | undefined): boolean {
	if (origin === undefined) return true;
	const url = parse(origin);
	return url !== undefined && /^https?:$/.test(url.protocol) && isLoopbackName(url.hostname);
}

function parse(url: string): URL | undefined {
	return URL.canParse(url) ? new URL(url) : undefined;
}

function isLoopbackName(name: string): boolean {
	return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
