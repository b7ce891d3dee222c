import { closingQuote, unquoted } from '../../sip/grammar/quoted-string.ts';
import { withMarksOf } from '../text/marks.ts';

export interface QuotedParts {
	/** What the quoted string says, or the text itself where it is not quoted. */
	inner: string;
	/** What stands behind the closing quote. */
	after: string;
	isQuoted: boolean;
}

/** Takes a value apart that may be a quoted string, be it closed or not (RFC 3261 §25.1). */
export function quotedParts(written: string): QuotedParts {
	if (!written.startsWith('"')) return splitBlanks(written);
	const close = closingQuote(written, 0);
	const end = close < 0 ? written.length : close + 1;
	return { inner: unquoted(written.slice(0, end)), after: written.slice(end), isQuoted: true };
}

function splitBlanks(written: string): QuotedParts {
	const inner = written.trimEnd();
	return { inner, after: written.slice(inner.length), isQuoted: false };
}

/**
 * A new value quoted as the one it replaces: the very same text where nothing is replaced. Where that
 * was folded, so is this.
 */
export function quotedLike(written: string, value: string): string {
	const { inner, isQuoted } = quotedParts(written);
	const close = closingQuote(written, 0);
	const original = isQuoted ? written.slice(0, close < 0 ? undefined : close + 1) : inner;
	if (value === inner) return original;
	if (!isQuoted) return withMarksOf(original, foldedLike(original, value));
	const quoted = `"${value.replace(/[\\"]/g, '\\$&')}${close < 0 ? '' : '"'}`;
	return foldedLike(original, quoted);
}

/** Puts the first line fold of the original into what replaces it: at a space, or at its end. */
export function foldedLike(original: string, replaced: string): string {
	const [fold] = /\r?\n[ \t]+/.exec(original) ?? [];
	if (fold === undefined || replaced.includes('\n')) return replaced;
	const space = replaced.indexOf(' ');
	if (space < 0) return replaced + fold;
	return replaced.slice(0, space) + fold + replaced.slice(space + 1);
}
