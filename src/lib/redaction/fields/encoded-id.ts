import type { Replacer } from '../replacer.ts';
import { replaceInIdentifier } from '../text/identifier.ts';
import { replaceMatches } from '../text/replace-matches.ts';

const ENCODED = /(?<![\w+/-])[A-Za-z\d+/_-]{16,}={0,2}/g;

/**
 * Ids, some of which are base64 of another with an address in it: RingCentral's session ids were
 * `cs171841903350030962@10.62.25.111` in base64.
 */
export function replaceInEncodedIds(text: string, replacer: Replacer): string {
	return replaceMatches(
		text,
		ENCODED,
		([encoded]) => replaceEncoded(encoded, replacer),
		(between) => replaceInIdentifier(between, replacer)
	);
}

function replaceEncoded(encoded: string, replacer: Replacer): string | undefined {
	const id = decodeBase64(encoded);
	if (id === undefined || !/^[\x20-\x7e]+$/.test(id)) return undefined;
	const replaced = replaceInIdentifier(id, replacer);
	return replaced === id ? undefined : encodeBase64(replaced);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Octets as characters; `undefined` where what is left over is not zero. */
function decodeBase64(text: string): string | undefined {
	let decoded = '';
	let [bits, count] = [0, 0];
	for (const character of text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/')) {
		bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffff;
		count += 6;
		if (count < 8) continue;
		count -= 8;
		decoded += String.fromCharCode((bits >> count) & 0xff);
	}
	return count >= 6 || (bits & ((1 << count) - 1)) !== 0 ? undefined : decoded;
}

/** Without padding, as those ids are. */
function encodeBase64(text: string): string {
	let encoded = '';
	let [bits, count] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		bits = ((bits << 8) | text.charCodeAt(at)) & 0xffff;
		count += 8;
		for (; count >= 6; count -= 6) encoded += ALPHABET.charAt((bits >> (count - 6)) & 0x3f);
	}
	return count === 0 ? encoded : encoded + ALPHABET.charAt((bits << (6 - count)) & 0x3f);
}
