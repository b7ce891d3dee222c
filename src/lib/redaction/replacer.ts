/** What a private value is, which decides by what it is replaced. */
export type PrivateKind =
	/** A telephone number, or an account's number that looks like one. */
	| 'number'
	| 'extension'
	/** The user part of an address, or the name that somebody signs in with. */
	| 'user'
	/** Of a person, a company, a queue or a phone. */
	| 'name'
	| 'host'
	/** IPv4 or IPv6. */
	| 'ip'
	| 'password'
	/** Nonces of a digest, and the answers to them. */
	| 'digest'
	/** Of SRTP and ICE, and the fingerprint of a certificate. */
	| 'key'
	/** What lets somebody in, or tells an account from all others. */
	| 'token'
	/** The id of a device: `+sip.instance`. */
	| 'instance';

/**
 * What becomes of the parts of a text. Whatever reads a text hands over all of it, part by part and in
 * order, so that learning, replacing and checking read everything alike.
 */
export interface Replacer {
	/** A value that its place, or its look, tells to be private. */
	value(kind: PrivateKind, text: string): string;
	/** What is not private by its place: it may still hold a value that is known from elsewhere. */
	rest(text: string): string;
	/** The same of what people wrote, where a short name counts as well. */
	words(text: string): string;
}
