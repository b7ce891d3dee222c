import { wholeNumber } from '../grammar/whole-number.ts';

/** Bytes of the body (RFC 3261 §20.14); `undefined` if it is no number. */
export function parseContentLength(value: string): number | undefined {
	return wholeNumber(value);
}
