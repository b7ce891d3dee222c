import { BACKSLASH, QUOTE } from './character.ts';

/** Offset of the quote that closes the one at `start` (RFC 3261 §25.1), -1 where none does. */
export function closingQuote(text: string, start: number, end = text.length): number {
	for (let at = start + 1; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at++;
		else if (code === QUOTE) return at;
	}
	return -1;
}

/** Offset after the quoted string that opens at `start`, or `end` where it is not closed. */
export function afterQuoted(text: string, start: number, end = text.length): number {
	const close = closingQuote(text, start, end);
	return close < 0 ? end : close + 1;
}

/** What a quoted string says; a text that is not quoted says itself. */
export function unquoted(text: string): string {
	if (text.charCodeAt(0) !== QUOTE) return text;
	const inner = text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text.slice(1);
	return inner.includes('\\') ? inner.replace(/\\([^])/g, '$1') : inner;
}
