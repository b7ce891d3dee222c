import { afterBlanks, isBlank, isDigit } from '../grammar/character.ts';

export interface CSeq {
	number: number;
	method: string;
}

/** CSeq numbers are below 2^31 (RFC 3261 §8.1.1.5), so they have ten digits at most. */
const MOST_DIGITS = 10;

/** A CSeq's value, `4711 INVITE` (RFC 3261 §20.16); `undefined` if it is malformed. */
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
	const digits = at - start;
	if (digits === 0 || digits > MOST_DIGITS || at >= end || !isBlank(code)) return undefined;
	const method = text.slice(afterBlanks(text, at), end);
	return method === '' || method.includes(' ') ? undefined : { number, method };
}
