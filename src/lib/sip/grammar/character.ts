/**
 * UTF-16 codes of the characters that SIP's grammar turns on. What looks at characters here does so
 * within the text only: V8 gives up its fast way to read them once one was asked for beyond the end.
 */
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
export const BACKSLASH = 0x5c;

/** SP or HTAB: the white space within one line. */
export function isBlank(code: number): boolean {
	return code === SPACE || code === TAB;
}

/** The first offset from `at` on that holds no blank. */
export function afterBlanks(text: string, at: number): number {
	while (at < text.length && isBlank(text.charCodeAt(at))) at++;
	return at;
}

export function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

/** Whether `text` is a token (RFC 3261 §25.1), as methods and header names are. */
export function isToken(text: string): boolean {
	return /^[\w.!%*+`'~-]+$/.test(text);
}

const TOKEN_CHARACTERS = Uint8Array.from({ length: 128 }, (_, code) =>
	isToken(String.fromCharCode(code)) ? 1 : 0
);

/** Whether a token may hold that character. */
export function isTokenCharacter(code: number): boolean {
	return TOKEN_CHARACTERS[code] === 1;
}

/** Where what is written from `start` on ends, when the blanks before `end` are left out. */
export function beforeBlanks(text: string, start: number, end: number): number {
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return end;
}

/** `text` from `start` to `end`, without the blanks at both ends. */
export function trimmed(text: string, start: number, end: number): string {
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	return text.slice(start, beforeBlanks(text, start, end));
}

/** The codes of a word in lower case: faster to compare with than the word itself. */
export type Letters = readonly number[];

export function lettersOf(word: string): Letters {
	return Array.from(word.toLowerCase(), (character) => character.charCodeAt(0));
}

/** Whether `text` has that word at `offset`, whatever the case of its letters. */
export function hasWordAt(text: string, offset: number, word: Letters): boolean {
	if (offset + word.length > text.length) return false;
	for (let i = 0; i < word.length; i++) {
		const wanted = word[i] ?? 0;
		const code = text.charCodeAt(offset + i);
		// Setting bit 5 lowers a letter, but would also turn CR into a hyphen.
		if (code !== wanted && ((code | 0x20) !== wanted || wanted < 0x61)) return false;
	}
	return true;
}
