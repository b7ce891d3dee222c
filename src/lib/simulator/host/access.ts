import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

export interface AccessOptions {
	/** The name or address that the server listens on, besides those of this machine. */
	host?: string;
	/** Pages from elsewhere that may ask too: `https://app.example.com`. */
	allowOrigins?: readonly string[];
}

/**
 * Who may speak to the simulator. A page from elsewhere may not: its Origin gives it away, and where
 * it has its own name resolve to this machine (DNS rebinding), its Host does.
 */
export class Access {
	#host: string | undefined;
	#origins: ReadonlySet<string>;

	/** Throws a `TypeError` where an origin to allow is none. */
	constructor({ host, allowOrigins = [] }: AccessOptions = {}) {
		this.#host = host === undefined ? undefined : hostnameOf(host);
		this.#origins = new Set(allowOrigins.map(originOf));
	}

	/** @param host a Host header: a name or address, perhaps with a port */
	admitsHost(host: string | undefined): boolean {
		if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return false;
		const name = parse(`http://${host}/`)?.hostname;
		if (name === undefined) return false;
		return isLoopbackName(name) || name === this.#host || this.#isOwnAddress(name);
	}

	/** No Origin is Node or curl, not a page; the opaque `null` is a page that hides where it is from. */
	admitsOrigin(origin: string | undefined): boolean {
		if (origin === undefined) return true;
		const url = parse(origin);
		if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
		return isLoopbackName(url.hostname) || this.#origins.has(url.origin);
	}

	/** A server on all interfaces is reached by the address of any of them. */
	#isOwnAddress(name: string): boolean {
		if (this.#host === undefined || !isWildcard(this.#host)) return false;
		return Object.values(networkInterfaces())
			.flatMap((addresses) => addresses ?? [])
			.some(({ address }) => hostnameOf(address) === name);
	}
}

/** Whether a server that listens there is reached by all addresses of its machine. */
export function isWildcard(host: string): boolean {
	return ['0.0.0.0', '::', '[::]'].includes(host);
}

/** As a URL writes it: `[::1]` for an IPv6 address. */
export function inUrl(host: string): string {
	return isIPv6(host) ? `[${host}]` : host;
}

/** Brackets, case and abbreviations do not matter. */
function hostnameOf(host: string): string {
	return parse(`http://${inUrl(host)}/`)?.hostname ?? host;
}

function originOf(text: string): string {
	const url = parse(text);
	if (url && /^https?:$/.test(url.protocol)) return url.origin;
	throw new TypeError(`${text} is no origin, such as https://app.example.com`);
}

function parse(url: string): URL | undefined {
	return URL.canParse(url) ? new URL(url) : undefined;
}

function isLoopbackName(name: string): boolean {
	return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
