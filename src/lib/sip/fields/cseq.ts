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
	return readCSeq(value, 0, value.length);
}

/** The same, of a value within a longer text. */
export function readCSeq(text: string, start: number, end: number): CSeq | undefined {
	let at = start;
	let number = 0;
	while (at < end && isDigit(text.charCodeAt(at))) {
		number = number * 10 + text.charCodeAt(at++) - 0x30;
	}
	const method = afterBlanks(text, at);
	if (at === start || method === at || method >= end) return undefined;
	for (at = method; at < end; at++) if (text.charCodeAt(at) === SPACE) return undefined;
	return { number, method: methodIn(text, method, end) };
}
