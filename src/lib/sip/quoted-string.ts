import { BACKSLASH, QUOTE } from './character.ts';

/**
 * Offset after the quoted string that opens at `start` (RFC 3261 §25.1), or the text's length where
 * it is never closed.
 */
export function afterQuoted(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at++;
		else if (code === QUOTE) return at + 1;
	}
	return text.length;
}

/** What a quoted string says; a text that is not quoted says itself. */
export function unquoted(text: string): string {
	if (!text.startsWith('"')) return text;
	const inner = text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text.slice(1);
	return inner.includes('\\') ? inner.replace(/\\([^])/g, '$1') : inner;
}
