import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha512_256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const HASHES = { MD5: md5, 'SHA-256': sha256, 'SHA-512-256': sha512_256 };

type HashName = keyof typeof HASHES;

/** How a response is computed (RFC 3261 §22.4, RFC 8760 §2.1); `-sess` keeps the password's hash for a session. */
export interface DigestAlgorithm {
	/** Of a text's UTF-8, in hexadecimal digits. */
	hash: (text: string) => string;
	session: boolean;
}

/** The algorithm of that name; `undefined` for one that nobody knows. Without a name it is MD5. */
export function digestAlgorithm(name = 'MD5'): DigestAlgorithm | undefined {
	const upper = name.toUpperCase();
	const session = upper.endsWith('-SESS');
	const hash = session ? upper.slice(0, -'-SESS'.length) : upper;
	if (!Object.hasOwn(HASHES, hash)) return undefined;
	const digest = HASHES[hash as HashName];
	return { hash: (text) => bytesToHex(digest(utf8ToBytes(text))), session };
}
