import { digestResponse, parseCredentials } from '../../../sip/digest/digest.ts';
import type { Account } from '../../accounts.ts';
import type { Connection } from '../connection.ts';
import type { Identifiers } from '../identifiers.ts';

/** More open challenges than a phone ever needs: beyond it the oldest is forgotten. */
const OPEN_CHALLENGES = 16;

/**
 * Who asks? Digest with MD5 (RFC 2617), with `qop` or, as the SDK does it, without. A nonce serves
 * the connection it was given to, once.
 */
export class DigestGate {
	#accounts: ReadonlyMap<string, Account>;
	#identifiers: Identifiers;

	constructor(accounts: readonly Account[], identifiers: Identifiers) {
		this.#accounts = new Map(accounts.map((account) => [account.authorizationId, account]));
		this.#identifiers = identifiers;
	}

	/** The value of `Www-Authenticate` or `Proxy-Authenticate`. The SDK needs `, ` before `nonce`. */
	challenge(connection: Connection, realm: string): string {
		const nonce = this.#identifiers.nonce();
		connection.nonces.add(nonce);
		const [oldest] = connection.nonces;
		if (connection.nonces.size > OPEN_CHALLENGES && oldest) connection.nonces.delete(oldest);
		return `Digest realm="${realm}", nonce="${nonce}"`;
	}

	/** The account whose password these credentials prove; undefined where they prove nothing. */
	verify(
		connection: Connection,
		method: string,
		realm: string,
		value: string | undefined
	): Account | undefined {
		const credentials = value === undefined ? undefined : parseCredentials(value);
		if (credentials?.scheme.toLowerCase() !== 'digest') return undefined;
		const given = (name: string) => credentials.parameters.get(name) ?? '';
		const account = this.#accounts.get(given('username'));
		if (!connection.nonces.delete(given('nonce')) || !account) return undefined;
		if (given('realm').toLowerCase() !== realm.toLowerCase()) return undefined;
		const expected = digestResponse({
			username: account.authorizationId,
			realm: given('realm'),
			password: account.password,
			method,
			uri: given('uri'),
			nonce: given('nonce'),
			qop: credentials.parameters.get('qop'),
			nc: credentials.parameters.get('nc'),
			cnonce: credentials.parameters.get('cnonce')
		});
		return expected === given('response').toLowerCase() ? account : undefined;
	}
}
