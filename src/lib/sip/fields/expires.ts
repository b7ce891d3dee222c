import { deltaSeconds } from '../grammar/whole-number.ts';

/**
 * Seconds of Expires or Min-Expires (RFC 3261 §20.19, §20.23); `undefined` if it is none or too
 * many, which a registrar takes for 3600 (§10.2.1.1).
 */
export function parseExpires(value: string): number | undefined {
	return deltaSeconds(value);
}
