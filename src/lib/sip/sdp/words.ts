import { CR, SLASH, afterBlanks, isBlank, isDigit } from '../grammar/character.ts';

/** The words of a line of SDP, which blanks part, read in place: no string is cut that is not asked for. */

/** Where the line from `start` on ends whose LF is at `feed`: before its CR, and blanks at its end. */
export function lineEnd(text: string, start: number, feed: number): number {
	let end = feed;
	while (end > start && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === CR))
		end--;
	return end;
}

/** Where the word at `at` ends. */
export function wordEnd(text: string, at: number, end: number): number {
	while (at < end && !isBlank(text.charCodeAt(at))) at++;
	return at;
}

/** Where the word begins that has `before` words before it; `end` where there is none. */
export function wordAt(text: string, start: number, end: number, before: number): number {
	let at = Math.min(end, afterBlanks(text, start));
	for (; before > 0; before--) at = Math.min(end, afterBlanks(text, wordEnd(text, at, end)));
	return at;
}

/** The word at `at`; `''` at the line's end. */
export function wordOf(text: string, at: number, end: number): string {
	return text.slice(at, wordEnd(text, at, end));
}

/**
 * The number that the word at `at` is, up to a slash (`49170/2`), or -1 where it is none or has more
 * than nine digits.
 */
export function numberOf(text: string, at: number, end: number): number {
	let number = 0;
	let digit = at;
	for (; digit < end && isDigit(text.charCodeAt(digit)); digit++) {
		if (digit === at + 9) return -1;
		number = number * 10 + text.charCodeAt(digit) - 0x30;
	}
	const ends = digit >= end || isBlank(text.charCodeAt(digit)) || text.charCodeAt(digit) === SLASH;
	return digit > at && ends ? number : -1;
}

/** All words of a value. */
export function wordsOf(value: string): string[] {
	const words: string[] = [];
	let at = wordAt(value, 0, value.length, 0);
	while (at < value.length) {
		const end = wordEnd(value, at, value.length);
		words.push(value.slice(at, end));
		at = afterBlanks(value, end);
	}
	return words;
}
