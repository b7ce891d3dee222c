import { type Parameters, parseParameters } from './grammar/parameters.ts';
import { wholeNumber } from './grammar/whole-number.ts';
import type { HeaderField } from './message.ts';

/** A SIP, SIPS or tel URI (RFC 3261 §19.1, RFC 3966). */
export interface SipUri {
	/** `sip`, `sips` or `tel`. */
	scheme: string;
	/** With %-escapes decoded; for `tel` the number. */
	user?: string;
	password?: string;
	/** As written; IPv6 in its brackets; `''` for `tel`. */
	host: string;
	port?: number;
	parameters: Parameters;
	/** What stands after `?`, decoded, in order: `Replaces` in a Refer-To. */
	headers: readonly HeaderField[];
}

/**
 * Reads a URI; `undefined` if it is none of these schemes or has no host. A raw `#`, which the SDK
 * sends (`sip:#996016@…`), is a character of the user part: SIP URIs have no fragment.
 */
export function parseUri(text: string): SipUri | undefined {
	const colon = text.indexOf(':');
	const scheme = text.slice(0, Math.max(0, colon)).trim().toLowerCase();
	const rest = text.slice(colon + 1).trim();
	if (scheme === 'tel') return parseTel(rest);
	if (scheme !== 'sip' && scheme !== 'sips') return undefined;

	const at = rest.indexOf('@');
	const [, place = '', tail = ''] = /^((?:\[[^\]]*\])?[^;?]*)(.*)$/s.exec(rest.slice(at + 1)) ?? [];
	const { host, port } = parseHostPort(place);
	if (host === '') return undefined;
	const question = tail.indexOf('?');
	return {
		scheme,
		...(at < 0 ? {} : parseUserInfo(rest.slice(0, at))),
		host,
		...(port !== undefined && { port }),
		parameters: parseUriParameters(question < 0 ? tail : tail.slice(0, question)),
		headers: parseUriHeaders(question < 0 ? '' : tail.slice(question + 1))
	};
}

/** The scheme of any URI in lower case, `''` where there is none: what is not read is still named. */
export function uriScheme(text: string): string {
	return /^\s*([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** `host:port`; of an IPv6 address that lacks its brackets, no part is taken for a port. */
function parseHostPort(place: string): { host: string; port?: number | undefined } {
	const [, host = '', colon = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(:?)(.*)$/s.exec(place) ?? [];
	if (port.includes(':')) return { host: place };
	return colon === ''
		? { host: host.trim() }
		: { host: host.trim(), port: wholeNumber(port.trim()) };
}

function parseUriParameters(text: string): Parameters {
	const written = parseParameters(text);
	const parameters: Parameters = new Map();
	for (const [name, value] of written) {
		const key = decoded(name).toLowerCase();
		if (!parameters.has(key)) parameters.set(key, value === undefined ? undefined : decoded(value));
	}
	return parameters;
}

function parseTel(rest: string): SipUri | undefined {
	const number = rest.split(';', 1)[0] ?? '';
	if (number === '') return undefined;
	const parameters = parseUriParameters(rest.slice(number.length));
	return { scheme: 'tel', user: number, host: '', parameters, headers: [] };
}

function parseUserInfo(userInfo: string): { user: string; password?: string } {
	const colon = userInfo.indexOf(':');
	if (colon < 0) return { user: decoded(userInfo) };
	return { user: decoded(userInfo.slice(0, colon)), password: decoded(userInfo.slice(colon + 1)) };
}

function parseUriHeaders(text: string): HeaderField[] {
	if (text === '') return [];
	return text.split('&').flatMap((field) => {
		const equals = field.indexOf('=');
		if (equals <= 0) return [];
		return { name: decoded(field.slice(0, equals)), value: decoded(field.slice(equals + 1)) };
	});
}

/** %-escapes decoded, as far as they are UTF-8; what is not stays as it is. */
function decoded(text: string): string {
	if (!text.includes('%')) return text;
	return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
		try {
			return decodeURIComponent(escapes);
		} catch {
			return escapes;
		}
	});
}
