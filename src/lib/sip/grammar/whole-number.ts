/**
 * A number of digits alone (`1*DIGIT` of RFC 3261 §25.1), however many: `undefined` if it is none. What
 * no double holds exactly comes back as the nearest one.
 */
export function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** The most that delta-seconds can be (RFC 3261 §20.19). */
export const MOST_SECONDS = 2 ** 32 - 1;

/** A number of seconds; one that is too large is none, so that no time is reckoned with it. */
export function deltaSeconds(text: string | undefined): number | undefined {
	const seconds = wholeNumber(text);
	return seconds !== undefined && seconds <= MOST_SECONDS ? seconds : undefined;
}
