import { parseChallenge, parseCredentials } from '../../sip/digest/authentication.ts';
import { header, headers, parseMessage } from '../../sip/message.ts';
import { textOf } from '../entry-text.ts';
import type { SeenMessage } from '../seen-message.ts';
import type { Transaction } from './transaction.ts';

export type ChallengeKind =
	/** Nobody had told a password yet: nothing is wrong. */
	| 'first'
	/** The nonce is no longer taken: whether the password is right is not known. */
	| 'stale nonce'
	/** The nonce was the registrar's or proxy's own of just before: the password is wrong. */
	| 'refused credentials';

/** Whether a response asks for credentials (RFC 3261 §22). */
export function isChallenge({ head }: SeenMessage): boolean {
	return head.kind === 'response' && (head.status === 401 || head.status === 407);
}

/** Whether a request has credentials, for whomever. */
export function hasCredentials({ head }: SeenMessage): boolean {
	return head.credentials !== '';
}

/** What the 401 or 407 says that a transaction ended with; `undefined` where it ended otherwise. */
export function challengeKind({
	request,
	final,
	challengedBy
}: Transaction): ChallengeKind | undefined {
	if (final === undefined || !isChallenge(final)) return undefined;
	if (request === undefined || !hasCredentials(request)) return 'first';
	const challenge = challengeIn(final);
	const credentials = credentialsFor(final, request, challenge.realm);
	if (credentials === undefined) return 'first';
	if (challenge.stale) return 'stale nonce';
	// Credentials of before, sent without being asked: their nonce may have been too old.
	if (challengedBy?.final === undefined) return 'stale nonce';
	const asked = challengeIn(challengedBy.final);
	return credentials.get('nonce') === asked.nonce ? 'refused credentials' : 'stale nonce';
}

/** The nonce of the credentials in a request; `undefined` where it has none. */
export function nonceAnswered(request: SeenMessage): string | undefined {
	const message = parseMessage(textOf(request.entry));
	const value = header(message, 'Authorization') ?? header(message, 'Proxy-Authorization');
	return value === undefined ? undefined : parseCredentials(value).parameters.get('nonce');
}

/** What a 401 or 407 asks for. */
export function challengeIn(response: SeenMessage): {
	realm: string | undefined;
	nonce: string | undefined;
	stale: boolean;
} {
	const message = parseMessage(textOf(response.entry));
	const name = response.head.status === 401 ? 'WWW-Authenticate' : 'Proxy-Authenticate';
	const { parameters } = parseChallenge(header(message, name) ?? '');
	return {
		realm: parameters.get('realm'),
		nonce: parameters.get('nonce'),
		stale: parameters.get('stale')?.toLowerCase() === 'true'
	};
}

/**
 * The credentials in a request that answer such a challenge. Of a user agent server's and several
 * proxies', each has a realm of its own; whoever sends but one means it, whatever the realm: the SDK
 * names its own domain.
 */
function credentialsFor(
	{ head }: SeenMessage,
	request: SeenMessage,
	realm: string | undefined
): Map<string, string> | undefined {
	const name = head.status === 401 ? 'Authorization' : 'Proxy-Authorization';
	const values = headers(parseMessage(textOf(request.entry)), name);
	const all = values.map((value) => parseCredentials(value).parameters);
	return all.find((parameters) => parameters.get('realm') === realm) ?? all[0];
}

/** An attempt's transactions, from the one that was challenged first to the last retry. */
export function authenticationRounds(transaction: Transaction): Transaction[] {
	let first = transaction;
	while (first.challengedBy) first = first.challengedBy;
	const rounds = [first];
	for (let next = first.retriedBy; next; next = next.retriedBy) rounds.push(next);
	return rounds;
}
