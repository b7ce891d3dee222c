import type { Key } from '../criterion.ts';
import { keyEntry } from '../keys/keys.ts';
import { readValue } from '../syntax/read-value.ts';

/** The part of a filter that is being written. */
export interface Place {
	/** Whose value it is; `undefined` for a word that may yet become anything. */
	readonly key: Exclude<Key, 'text'> | undefined;
	/** What was written of it so far, before the caret and without an opening quote. */
	readonly typed: string;
	/** What a completion takes the place of, in UTF-16 units: the caret is within. */
	readonly from: number;
	readonly to: number;
}

/** Where the caret is in a filter's text, be that a sound filter or not. */
export function placeAt(text: string, caret: number): Place {
	let at = 0;
	for (;;) {
		while (at < caret && /[\s()]/.test(text.charAt(at))) at++;
		if (text[at] === '-' && at < caret) at++;
		const [, written = ''] = /^([a-z]+):/i.exec(text.slice(at, at + LONGEST_KEY)) ?? [];
		const entry = keyEntry(written.toLowerCase());
		const colon = at + written.length;
		if (entry && caret <= colon)
			return { key: undefined, typed: text.slice(at, caret), from: at, to: colon + 1 };
		const place = entry
			? valueAt(text, caret, colon + 1, { ...entry.form, listed: true })
			: valueAt(text, caret, at, { listed: false, field: false, pattern: true });
		if (typeof place === 'object') return { ...place, key: entry?.key };
		// What follows a quote or a pattern without a space is no word of its own, and nothing completes it.
		if (place > at && /[^\s()]/.test(text.charAt(place))) {
			return { key: undefined, typed: text.slice(at, caret), from: at, to: caret };
		}
		// A bracket that closes nothing is a word of no length.
		at = Math.max(place, at + 1);
	}
}

const LONGEST_KEY = 20;

/** The value that the caret is in, or where the last of the values ends. */
function valueAt(
	text: string,
	caret: number,
	start: number,
	form: Parameters<typeof readValue>[2]
): Omit<Place, 'key'> | number {
	for (let from = start; ; from++) {
		const value = readValue(text, from, form);
		const to = 'message' in value ? text.length : value.end;
		if (caret <= to) {
			const typed = text.slice(from, caret).replace(/^"/, '');
			return { typed, from, to };
		}
		from = to;
		if (!form.listed || text[to] !== ',') return to;
	}
}
