import { decodeUtf8, encodeUtf8 } from './grammar/utf-8.ts';

/** What a frame carried: its text, or its bytes where those are all that is known. */
export type Wire = string | Uint8Array;

/**
 * How a text stands for bytes: in UTF-8, SIP's own charset (RFC 3261 §7), or one character an octet
 * where they are not valid UTF-8. SIP's own words are ASCII, so a head can be read either way,
 * whatever a body or a display name holds.
 */
export type Charset = 'utf-8' | 'octets';

export interface WireText {
	text: string;
	charset: Charset;
}

/** The text of what a frame carried. `wireBytes` gives back the very bytes. */
export function wireText(wire: Wire): WireText {
	if (typeof wire === 'string') return { text: wire, charset: 'utf-8' };
	const text = decodeUtf8(wire);
	return text === undefined
		? { text: textOfOctets(wire), charset: 'octets' }
		: { text, charset: 'utf-8' };
}

/** The bytes that a text stands for. */
export function wireBytes({ text, charset }: WireText): Uint8Array {
	return charset === 'utf-8'
		? encodeUtf8(text)
		: Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Bytes as one character each, U+0000 to U+00FF. */
export function textOfOctets(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += CHUNK) {
		text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	}
	return text;
}

/** As many arguments as any engine takes at once. */
const CHUNK = 8192;
