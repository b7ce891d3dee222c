/**
 * A number of digits alone (`1*DIGIT` of RFC 3261 §25.1), however many: `undefined` if it is none. What
 * no double holds exactly comes back as the nearest one.
 */
export function wholeNumber(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
