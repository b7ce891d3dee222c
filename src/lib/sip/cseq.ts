import { isBlank, isDigit } from './character.ts';

export interface CSeq {
	number: number;
	method: string;
}

/** CSeq numbers are below 2^31 (RFC 3261 §8.1.1.5), so they have ten digits at most. */
const MOST_DIGITS = 10;

/** A CSeq's value, `4711 INVITE` (RFC 3261 §20.16); `undefined` if it is malformed. */
export function parseCSeq(value: string): CSeq | undefined {
	let at = 0;
	let number = 0;
	while (isDigit(value.charCodeAt(at))) number = number * 10 + value.charCodeAt(at++) - 0x30;
	if (at === 0 || at > MOST_DIGITS || !isBlank(value.charCodeAt(at))) return undefined;
	while (isBlank(value.charCodeAt(at))) at++;
	const method = value.slice(at);
	return method === '' || method.includes(' ') ? undefined : { number, method };
}
