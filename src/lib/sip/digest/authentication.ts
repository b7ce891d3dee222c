import { splitList } from '../grammar/list.ts';
import { unquoted } from '../grammar/quoted-string.ts';

/** A challenge, or the credentials that answer it (RFC 3261 §20.7, §20.27, §20.44). */
export interface Authentication {
	/** `Digest`, as written; also `Basic`, `Bearer`, or one that nobody knows. */
	scheme: string;
	/** By name in lower case, without quotes. */
	parameters: Map<string, string>;
	/** What the scheme has instead of parameters, as written: the whole secret of Basic and Bearer. */
	token?: string;
}

/**
 * Reads WWW-Authenticate or Proxy-Authenticate; of several challenges in one value, the first. What
 * is missing is absent; it never throws. A comma needs no space after it: RingCentral's edge wrote
 * `",nonce="` for years.
 */
export function parseChallenge(value: string): Authentication {
	return parseChallenges(value)[0] ?? { scheme: '', parameters: new Map() };
}

/** Reads Authorization or Proxy-Authorization, which are written alike. */
export function parseCredentials(value: string): Authentication {
	return parseChallenge(value);
}

/**
 * Reads all challenges of one value. SIP wants each in a field of its own (RFC 3261 §7.3.1); HTTP
 * allows `Digest realm="a", nonce="b", Basic realm="c"` (RFC 9110 §11.6.1).
 */
export function parseChallenges(value: string): Authentication[] {
	const [, scheme = '', rest = ''] = /^\s*(\S+)(.*)$/s.exec(value) ?? [];
	if (scheme === '') return [];
	let current: Authentication = { scheme, parameters: new Map() };
	const challenges = [current];
	for (const element of splitList(rest)) {
		const [, next, first = element] = NEXT_SCHEME.exec(element) ?? [];
		if (next !== undefined) challenges.push((current = { scheme: next, parameters: new Map() }));
		addParameter(current.parameters, first);
	}
	const [only] = challenges;
	if (only?.parameters.size === 0 && rest.trim() !== '') only.token = rest.trim();
	return challenges;
}

/** `Basic realm="c"`: a word, and then a parameter's name. */
const NEXT_SCHEME = /^([^\s=",]+)[ \t]+([^\s=",]+[ \t]*=.*)$/s;

/** Of a parameter that is there twice, the first counts. */
function addParameter(parameters: Map<string, string>, element: string): void {
	const equals = element.indexOf('=');
	const name = element.slice(0, Math.max(0, equals)).trim().toLowerCase();
	if (name === '' || parameters.has(name) || /^=*$/.test(element.slice(equals))) return;
	parameters.set(name, unquoted(element.slice(equals + 1).trim()));
}

export function isDigest({ scheme }: Authentication): boolean {
	return scheme.toLowerCase() === 'digest';
}
