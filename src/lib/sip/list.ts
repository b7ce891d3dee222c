import { COMMA, GREATER_THAN, LESS_THAN, QUOTE } from './character.ts';
import { afterQuoted } from './quoted-string.ts';

/**
 * The elements of a header value that is a comma-separated list (RFC 3261 §7.3.1): commas within
 * quotes and angle brackets separate nothing. Elements are not trimmed of anything but blanks.
 */
export function splitList(value: string): string[] {
	const elements: string[] = [];
	let start = 0;
	while (start <= value.length) {
		const end = elementEnd(value, start);
		elements.push(value.slice(start, end).trim());
		start = end + 1;
	}
	return elements.filter((element) => element !== '');
}

/** The first element of a list that usually has but one. */
export function firstElement(value: string): string {
	return value.includes(',') ? value.slice(0, elementEnd(value, 0)).trim() : value;
}

function elementEnd(value: string, at: number): number {
	let bracketed = false;
	while (at < value.length) {
		const code = value.charCodeAt(at);
		if (code === QUOTE) {
			at = afterQuoted(value, at);
			continue;
		}
		if (code === COMMA && !bracketed) break;
		if (code === LESS_THAN) bracketed = true;
		else if (code === GREATER_THAN) bracketed = false;
		at++;
	}
	return at;
}
