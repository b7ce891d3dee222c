import { COMMA, GREATER_THAN, LESS_THAN, QUOTE } from './character.ts';
import { afterQuoted } from './quoted-string.ts';
import { indexWithin } from './search.ts';

/**
 * The elements of a header value that is a comma-separated list (RFC 3261 §7.3.1): commas within
 * quotes and angle brackets separate nothing. Empty elements are left out.
 */
export function splitList(value: string): string[] {
	// Most lists have one element.
	if (!value.includes(',')) return value.trim() === '' ? [] : [value.trim()];
	const elements: string[] = [];
	let start = 0;
	while (start <= value.length) {
		const end = elementEnd(value, start, value.length);
		elements.push(value.slice(start, end).trim());
		start = end + 1;
	}
	return elements.filter((element) => element !== '');
}

/** Where the first element ends of a list that usually has but one. */
export function firstElementEnd(text: string, start: number, end: number): number {
	return indexWithin(text, ',', start, end) < end ? elementEnd(text, start, end) : end;
}

function elementEnd(text: string, at: number, end: number): number {
	let bracketed = false;
	while (at < end) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			at = afterQuoted(text, at, end);
			continue;
		}
		if (code === COMMA && !bracketed) break;
		if (code === LESS_THAN) bracketed = true;
		else if (code === GREATER_THAN) bracketed = false;
		at++;
	}
	return at;
}
