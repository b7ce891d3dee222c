/** One word of a filter: `-status:4xx`, `method:INVITE`, `"bare text"`. */
export interface Term {
	negated: boolean;
	/** In lower case; absent for bare text. */
	key?: string;
	value: string;
	/** Where the value begins in the filter's text. */
	offset: number;
}

export interface TermError {
	offset: number;
	message: string;
}

/**
 * Splits a filter's text at white space outside of quotes. Only the named keys are keys, so that
 * `sip:101@example.com` is text.
 */
export function readTerms(text: string, keys: ReadonlySet<string>): Term[] | TermError {
	const terms: Term[] = [];
	for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
		const negated = text[at] === '-';
		if (negated) at++;
		const [, written = ''] = /^([a-z]+):/i.exec(text.slice(at, at + LONGEST_KEY)) ?? [];
		const key = keys.has(written.toLowerCase()) ? written.toLowerCase() : undefined;
		if (key !== undefined) at += key.length + 1;
		const value = readValue(text, at);
		if (value === undefined) return { offset: at, message: 'This quote is never closed.' };
		if (value.value === '') return { offset: at, message: missing(key) };
		terms.push({ negated, ...(key === undefined ? {} : { key }), value: value.value, offset: at });
		at = value.end;
	}
	return terms;
}

const LONGEST_KEY = 20;

function missing(key: string | undefined): string {
	return key === undefined ? 'Here is nothing to look for.' : `"${key}:" needs a value.`;
}

function skipSpace(text: string, at: number): number {
	while (at < text.length && /\s/.test(text.charAt(at))) at++;
	return at;
}

/** The word at `at`, or what is between quotes; `undefined` where a quote is never closed. */
function readValue(text: string, at: number): { value: string; end: number } | undefined {
	if (text[at] !== '"') {
		const [value = ''] = /^\S*/.exec(text.slice(at)) ?? [];
		return { value, end: at + value.length };
	}
	const close = text.indexOf('"', at + 1);
	return close < 0 ? undefined : { value: text.slice(at + 1, close), end: close + 1 };
}
