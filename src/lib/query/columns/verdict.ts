/**
 * What columns know of whether messages are looked for, a byte for each. The values are in order, so that
 * of several that must hold the least counts, of several of which one is enough the greatest.
 */
export type Verdicts = Uint8Array;

export const NO = 0;
/** The message itself must be asked. */
export const MAYBE = 1;
export const YES = 2;

export function allOf(parts: readonly Verdicts[], count: number): Verdicts {
	const all = new Uint8Array(count).fill(YES);
	for (const part of parts) {
		for (let at = 0; at < count; at++)
			if ((part[at] ?? NO) < (all[at] ?? NO)) all[at] = part[at] ?? NO;
	}
	return all;
}

export function anyOf(parts: readonly Verdicts[], count: number): Verdicts {
	const any = new Uint8Array(count);
	for (const part of parts) {
		for (let at = 0; at < count; at++)
			if ((part[at] ?? NO) > (any[at] ?? NO)) any[at] = part[at] ?? NO;
	}
	return any;
}

export function negated(verdicts: Verdicts): Verdicts {
	for (let at = 0; at < verdicts.length; at++) verdicts[at] = YES - (verdicts[at] ?? NO);
	return verdicts;
}
