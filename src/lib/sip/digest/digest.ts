import { type DigestAlgorithm, digestAlgorithm } from './algorithm.ts';

/** What a response is computed from. */
export interface DigestParts {
	username: string;
	realm: string;
	password: string;
	method: string;
	/** As in the credentials' `uri`, which need not be the request URI. */
	uri: string;
	nonce: string;
	/** `auth` or `auth-int`, with `nc` and `cnonce`; absent, as RFC 2069 had it and the SDK does. */
	qop?: string;
	nc?: string;
	cnonce?: string;
	/** The message's, for `auth-int`. */
	body?: string;
}

const MD5 = digestAlgorithm() as DigestAlgorithm;

/** The `response` that proves the password (RFC 7616 §3.4.1). */
export function digestResponse(parts: DigestParts, algorithm = MD5): string {
	const { nonce, qop, nc = '', cnonce = '' } = parts;
	const secret = secretOf(parts, algorithm);
	const request = algorithm.hash(requestOf(parts, algorithm));
	return qop === undefined
		? algorithm.hash(`${secret}:${nonce}:${request}`)
		: algorithm.hash(`${secret}:${nonce}:${nc}:${cnonce}:${qop}:${request}`);
}

/** What stands for the user and the password, so that neither is sent. */
function secretOf(parts: DigestParts, { hash, session }: DigestAlgorithm): string {
	const { username, realm, password, nonce, cnonce = '' } = parts;
	const secret = hash(`${username}:${realm}:${password}`);
	return session ? hash(`${secret}:${nonce}:${cnonce}`) : secret;
}

function requestOf(
	{ method, uri, qop, body = '' }: DigestParts,
	{ hash }: DigestAlgorithm
): string {
	return qop?.toLowerCase() === 'auth-int' ? `${method}:${uri}:${hash(body)}` : `${method}:${uri}`;
}
