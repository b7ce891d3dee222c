import { parseCredentials } from '../../../sip/digest/authentication.ts';
import { digestResponse } from '../../../sip/digest/digest.ts';
import type { Account } from '../../accounts.ts';
import type { Connection } from '../connection.ts';
import type { Environment } from '../environment.ts';
import type { Identifiers } from '../identifiers.ts';
import type { Settings } from '../settings.ts';

/** More open challenges than a phone ever needs: beyond it the oldest is forgotten. */
const OPEN_CHALLENGES = 16;

/**
 * What credentials prove: whose they are, or nothing. `stale` where the password is right and the
 * nonce has had its time or its use, so that nobody needs to be asked for a password again.
 */
export type Proof = { account: Account } | { account: undefined; stale: boolean };

const NOTHING: Proof = { account: undefined, stale: false };

/**
 * Who asks? Digest with MD5 (RFC 2617), with `qop` or, as the SDK does it, without. A nonce serves
 * the connection it was given to, once, and not for long.
 */
export class DigestGate {
	#accounts: ReadonlyMap<string, Account>;
	#identifiers: Identifiers;
	#environment: Environment;
	#settings: Settings;

	constructor(
		accounts: readonly Account[],
		identifiers: Identifiers,
		environment: Environment,
		settings: Settings
	) {
		this.#accounts = new Map(accounts.map((account) => [account.authorizationId, account]));
		this.#identifiers = identifiers;
		this.#environment = environment;
		this.#settings = settings;
	}

	/** The value of `Www-Authenticate` or `Proxy-Authenticate`. The SDK needs `, ` before `nonce`. */
	challenge(connection: Connection, realm: string, stale = false): string {
		const nonce = this.#identifiers.nonce();
		connection.nonces.set(nonce, this.#environment.now() + this.#settings.nonceLifetime);
		const [oldest] = connection.nonces.keys();
		if (connection.nonces.size > OPEN_CHALLENGES && oldest) connection.nonces.delete(oldest);
		return `Digest realm="${realm}", nonce="${nonce}"${stale ? ', stale=true' : ''}`;
	}

	/** @param value of `Authorization` or `Proxy-Authorization` */
	verify(connection: Connection, method: string, realm: string, value: string | undefined): Proof {
		const credentials = value === undefined ? undefined : parseCredentials(value);
		if (credentials?.scheme.toLowerCase() !== 'digest') return NOTHING;
		const given = (name: string) => credentials.parameters.get(name) ?? '';
		const isFresh = this.#use(connection, given('nonce'));
		const account = this.#accounts.get(given('username'));
		if (!account || given('realm').toLowerCase() !== realm.toLowerCase()) return NOTHING;
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
		if (expected !== given('response').toLowerCase()) return NOTHING;
		return isFresh ? { account } : { account: undefined, stale: true };
	}

	/** @returns whether this connection was given the nonce, lately, and has not used it yet */
	#use({ nonces }: Connection, nonce: string): boolean {
		const expiresAt = nonces.get(nonce);
		nonces.delete(nonce);
		return expiresAt !== undefined && expiresAt > this.#environment.now();
	}
}
