import { splitList } from '../grammar/list.ts';
import { md5 } from './md5.ts';
import { unquoted } from '../grammar/quoted-string.ts';

/** A challenge, or the credentials that answer it (RFC 3261 §20.7, §20.27, §20.44). */
export interface Authentication {
	/** `Digest`, as written. */
	scheme: string;
	/** By name in lower case, without quotes. */
	parameters: Map<string, string>;
}

/** Reads WWW-Authenticate or Proxy-Authenticate. What is missing is absent; it never throws. */
export function parseChallenge(value: string): Authentication {
	const [, scheme = '', rest = ''] = /^\s*(\S*)(.*)$/s.exec(value) ?? [];
	const parameters = new Map<string, string>();
	for (const element of splitList(rest)) {
		const equals = element.indexOf('=');
		const name = element.slice(0, Math.max(0, equals)).trim().toLowerCase();
		if (name === '' || parameters.has(name)) continue;
		parameters.set(name, unquoted(element.slice(equals + 1).trim()));
	}
	return { scheme, parameters };
}

/** Reads Authorization or Proxy-Authorization, which are written alike. */
export function parseCredentials(value: string): Authentication {
	return parseChallenge(value);
}

export interface DigestParts {
	username: string;
	realm: string;
	password: string;
	method: string;
	/** As in the credentials' `uri`, which need not be the request URI. */
	uri: string;
	nonce: string;
	/** `auth`, with `nc` and `cnonce`; absent, as RFC 2069 had it and the SDK does. */
	qop?: string;
	nc?: string;
	cnonce?: string;
}

/** The `response` that proves the password: MD5 (RFC 2617 §3.2.2). */
export function digestResponse(parts: DigestParts): string {
	const { username, realm, password, method, uri, nonce, qop, nc = '', cnonce = '' } = parts;
	const secret = md5(`${username}:${realm}:${password}`);
	const request = md5(`${method}:${uri}`);
	return qop === undefined
		? md5(`${secret}:${nonce}:${request}`)
		: md5(`${secret}:${nonce}:${nc}:${cnonce}:${qop}:${request}`);
}
