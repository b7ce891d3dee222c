import { SPACE, afterBlanks, isDigit } from '../grammar/character.ts';
import { methodIn } from '../method.ts';

export interface CSeq {
	number: number;
	method: string;
}

/**
 * A CSeq's value, `4711 INVITE` (RFC 3261 §20.16); `undefined` if it is malformed. A number that is
 * too large to be one (RFC 3261 §8.1.1.5) is still read, so that the method is not lost with it.
 */
export function parseCSeq(value: string): CSeq | undefined {
	const method = cseqMethodAt(value, 0, value.length);
	if (method < 0) return undefined;
	return { number: cseqNumberAt(value, 0), method: methodIn(value, method, value.length) };
}

/** Where the method begins in a value that goes from `start` to `end`; -1 if it is malformed. */
export function cseqMethodAt(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && isDigit(text.charCodeAt(at))) at++;
	const method = afterBlanks(text, at);
	if (at === start || method === at || method >= end) return -1;
	for (at = method; at < end; at++) if (text.charCodeAt(at) === SPACE) return -1;
	return method;
}

/** The number of a value that is not malformed. */
export function cseqNumberAt(text: string, start: number): number {
	let number = 0;
	for (let at = start; isDigit(text.charCodeAt(at)); at++) {
		number = number * 10 + text.charCodeAt(at) - 0x30;
	}
	return number;
}
