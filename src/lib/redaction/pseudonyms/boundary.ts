/**
 * Whether a value that is found in a text begins or ends there. Digits go on with digits and letters
 * with letters: 10.0.0.1 is not in 10.0.0.12, nor Martin in Martinez.
 */
export function isBoundary(text: string, at: number): boolean {
	if (at <= 0 || at >= text.length) return true;
	const before = classOf(text.charCodeAt(at - 1));
	return before === OTHER || before !== classOf(text.charCodeAt(at));
}

/**
 * Whether an escape ends there, `%2B`, `\n` or `\u000a`: what follows is a word of its own, though digits
 * or letters stand before it.
 */
export function isAfterEscape(text: string, at: number): boolean {
	const before = (distance: number): string => text.charAt(at - distance);
	return before(3) === '%' || before(2) === '\\' || (before(6) === '\\' && before(5) === 'u');
}

const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;

function classOf(code: number): number {
	if (code >= 0x30 && code <= 0x39) return DIGIT;
	if (code >= 0x80) return LETTER;
	const lower = code | 0x20;
	return lower >= 0x61 && lower <= 0x7a ? LETTER : OTHER;
}
