import { afterBlanks, isBlank, isDigit } from '../grammar/character.ts';

export interface CSeq {
	number: number;
	method: string;
}

/**
 * A CSeq's value, `4711 INVITE` (RFC 3261 §20.16); `undefined` if it is malformed. A number that is
 * too large to be one (RFC 3261 §8.1.1.5) is still read, so that the method is not lost with it.
 */
export function parseCSeq(value: string): CSeq | undefined {
	return readCSeq(value, 0, value.length);
}

/** The same, of a value within a longer text. */
export function readCSeq(text: string, start: number, end: number): CSeq | undefined {
	let at = start;
	let number = 0;
	let code = text.charCodeAt(at);
	while (at < end && isDigit(code)) {
		number = number * 10 + code - 0x30;
		code = text.charCodeAt(++at);
	}
	if (at === start || at >= end || !isBlank(code)) return undefined;
	const method = text.slice(afterBlanks(text, at), end);
	return method === '' || method.includes(' ') ? undefined : { number, method };
}
