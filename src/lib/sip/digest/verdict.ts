import { type DigestAlgorithm, digestAlgorithm } from './algorithm.ts';
import { type Authentication, isDigest } from './authentication.ts';
import { type DigestParts, digestResponse } from './digest.ts';
import { parseUri } from '../uri.ts';

/** Credentials, and what is known around them. */
export interface DigestQuestion {
	credentials: Authentication;
	/** What they answer, where it was seen. */
	challenge?: Authentication;
	/** What the server answered them with, where it challenged again. */
	renewed?: Authentication;
	/** The password that ought to be right. */
	password: string;
	/** The user's name, where the credentials only have its hash (`userhash`, RFC 7616 §3.4.4). */
	username?: string;
	/** Of the request, and so are the URI and the body. An ACK has its INVITE's credentials (RFC 3261 §22.1). */
	method: string;
	requestUri?: string;
	/** Counts for `qop=auth-int` alone. */
	body?: string;
}

export type DigestVerdict =
	| { verdict: 'right'; notes: DigestNote[] }
	/** Nothing but another password, or another user's name, can explain the response. */
	| { verdict: 'wrong-password' }
	/** The password is right, but another realm was digested than is told, or than the server asked for. */
	| { verdict: 'wrong-realm'; digested: string; told: string; asked?: string }
	/** The password is right, but another URI was digested than is told. */
	| { verdict: 'wrong-uri'; digested: string; told: string }
	/** The response is right, and answers a nonce that the server does not take any more. */
	| { verdict: 'stale-nonce' }
	| { verdict: 'unsupported-scheme'; scheme: string }
	| { verdict: 'unsupported-algorithm'; algorithm: string }
	| { verdict: 'unsupported-qop'; qop: string }
	/** Without these parameters nothing can be computed. */
	| { verdict: 'incomplete'; missing: string[] };

export type DigestNote =
	/**
	 * The digested URI is not the request's. RFC 3261 §22.4 wants it to be; the SDK always digests
	 * `sip:<domain>`, which is not where an INVITE goes, and RingCentral's edge takes that.
	 */
	| 'uri-is-not-request-uri'
	/** No quality of protection, as in RFC 2069: nothing guards against a replay. The SDK does so. */
	| 'no-qop'
	/** The server refused them nevertheless: it expects another password, or none of this user's. */
	| 'refused';

const REQUIRED = ['username', 'realm', 'nonce', 'uri', 'response'];

/**
 * Whether credentials prove that password and, if not, which of password, realm and URI is wrong: the
 * response is computed anew from what the credentials say, then from what they ought to say.
 */
export function digestVerdict(question: DigestQuestion): DigestVerdict {
	const { credentials } = question;
	const { parameters } = credentials;
	if (!isDigest(credentials)) return { verdict: 'unsupported-scheme', scheme: credentials.scheme };
	const name = parameters.get('algorithm');
	const algorithm = digestAlgorithm(name);
	if (!algorithm) return { verdict: 'unsupported-algorithm', algorithm: name ?? '' };
	const qop = parameters.get('qop');
	if (qop !== undefined && !/^auth(?:-int)?$/i.test(qop))
		return { verdict: 'unsupported-qop', qop };
	const missing = missingOf(question, algorithm);
	if (missing.length > 0) return { verdict: 'incomplete', missing };
	return compare(question, algorithm);
}

function missingOf(
	{ credentials, username }: DigestQuestion,
	{ session }: DigestAlgorithm
): string[] {
	const { parameters } = credentials;
	const more = parameters.has('qop') ? ['nc', 'cnonce'] : session ? ['cnonce'] : [];
	const missing = [...REQUIRED, ...more].filter((name) => !parameters.has(name));
	const hashed = isTrue(parameters.get('userhash')) && username === undefined;
	return hashed && !missing.includes('username') ? ['username', ...missing] : missing;
}

function compare(question: DigestQuestion, algorithm: DigestAlgorithm): DigestVerdict {
	const { credentials, challenge } = question;
	const parts = partsOf(question);
	const response = credentials.parameters.get('response')?.toLowerCase();
	const proves = (other: Partial<DigestParts>): boolean =>
		digestResponse({ ...parts, ...other }, algorithm) === response;

	const { realm: told, uri } = parts;
	const asked = challenge?.parameters.get('realm');
	if (proves({})) {
		if (asked !== undefined && asked !== told) {
			return { verdict: 'wrong-realm', digested: told, told, asked };
		}
		if (isStale(question)) return { verdict: 'stale-nonce' };
		return { verdict: 'right', notes: notesOf(question, parts) };
	}
	const realm = realmsOf(question, parts).find((digested) => proves({ realm: digested }));
	if (realm !== undefined) return { verdict: 'wrong-realm', digested: realm, told, asked };
	const digested = urisOf(question, parts).find((other) => proves({ uri: other }));
	return digested === undefined
		? { verdict: 'wrong-password' }
		: { verdict: 'wrong-uri', digested, told: uri };
}

function partsOf({ credentials, username, password, method, body }: DigestQuestion): DigestParts {
	const { parameters } = credentials;
	const given = (name: string): string => parameters.get(name) ?? '';
	return {
		username: isTrue(parameters.get('userhash')) ? (username ?? '') : given('username'),
		realm: given('realm'),
		password,
		method: method === 'ACK' ? 'INVITE' : method,
		uri: given('uri'),
		nonce: given('nonce'),
		qop: parameters.get('qop'),
		nc: given('nc'),
		cnonce: given('cnonce'),
		body
	};
}

/** Realms that may have been digested in the place of the one that is told. */
function realmsOf({ challenge, requestUri }: DigestQuestion, { uri }: DigestParts): string[] {
	const asked = challenge?.parameters.get('realm');
	const hosts = [uri, requestUri ?? ''].flatMap((text) => parseUri(text)?.host ?? []);
	return asked === undefined ? hosts : [asked, ...hosts];
}

/** URIs that may have been. */
function urisOf({ requestUri }: DigestQuestion, { realm }: DigestParts): string[] {
	return requestUri === undefined ? [`sip:${realm}`] : [requestUri, `sip:${realm}`];
}

function isStale({ credentials, challenge, renewed }: DigestQuestion): boolean {
	const asked = challenge?.parameters.get('nonce');
	if (asked !== undefined && asked !== credentials.parameters.get('nonce')) return true;
	return isTrue(renewed?.parameters.get('stale'));
}

function notesOf({ requestUri, renewed }: DigestQuestion, { uri, qop }: DigestParts): DigestNote[] {
	const notes: DigestNote[] = [];
	if (requestUri !== undefined && requestUri !== uri) notes.push('uri-is-not-request-uri');
	if (qop === undefined) notes.push('no-qop');
	if (renewed !== undefined) notes.push('refused');
	return notes;
}

function isTrue(value: string | undefined): boolean {
	return value?.toLowerCase() === 'true';
}
