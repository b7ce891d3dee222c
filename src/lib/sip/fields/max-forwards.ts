import { wholeNumber } from '../grammar/whole-number.ts';

/** Hops that a request may still take (RFC 3261 §20.22); `undefined` if it is no number. */
export function parseMaxForwards(value: string): number | undefined {
	return wholeNumber(value);
}
