import { LESS_THAN, QUOTE, hasWordAt, isBlank, lettersOf } from '../grammar/character.ts';
import { type Parameters, parameter, parseParameters } from '../grammar/parameters.ts';
import { afterQuoted, unquoted } from '../grammar/quoted-string.ts';
import { indexWithin } from '../grammar/search.ts';

/** A name-addr or addr-spec with the header's parameters (RFC 3261 §20.10). */
export interface Address {
	displayName?: string;
	uri: string;
	/** Of the header, not of the URI. */
	parameters: Parameters;
}

const TAG = lettersOf('tag');
const ONLY_TAG = lettersOf(';tag=');

/** Where the URI of an address is, and where its parameters may begin. */
interface Bounds {
	/** Where the display name ends. */
	nameEnd: number;
	start: number;
	end: number;
	after: number;
}

/** Reads From, To, Contact, Refer-To and their like: one element, not a list. */
export function parseAddress(value: string): Address | undefined {
	const { nameEnd, start, end, after } = boundsOf(value, 0, value.length);
	const uri = value.slice(start, end).trim();
	if (uri === '') return undefined;
	const displayName = unquoted(value.slice(0, nameEnd).trim());
	const parameters = parseParameters(value, after);
	return displayName === '' ? { uri, parameters } : { displayName, uri, parameters };
}

/** The `tag` of a From or To value (RFC 3261 §19.3), `''` where it has none. */
export function tagOf(value: string): string {
	return tagIn(value, 0, value.length);
}

/** The same, of a value within a longer text. */
export function tagIn(text: string, start: number, end: number): string {
	return (
		plainTagIn(text, start, end) ??
		parameter(text, boundsOf(text, start, end).after, end, TAG) ??
		''
	);
}

/** Reads what nearly all are like, `<sip:101@example.com>;tag=…`, in half the time. */
function plainTagIn(text: string, start: number, end: number): string | undefined {
	if (start >= end || text.charCodeAt(start) !== LESS_THAN) return undefined;
	const close = text.indexOf('>', start);
	if (close + 1 === end) return '';
	const value = close + 1 + ONLY_TAG.length;
	if (value >= end || !hasWordAt(text, close + 1, ONLY_TAG)) return undefined;
	const first = text.charCodeAt(value);
	if (first === QUOTE || isBlank(first)) return undefined;
	const semicolon = text.indexOf(';', value);
	return semicolon < 0 || semicolon >= end ? text.slice(value, end) : undefined;
}

function boundsOf(text: string, start: number, end: number): Bounds {
	const quoted = text.charCodeAt(start) === QUOTE;
	const nameEnd = quoted ? afterDisplayName(text, start, end) : start;
	const open = indexWithin(text, '<', nameEnd, end);
	if (open < end && !(open > nameEnd + 1 && isPlain(text, nameEnd, open))) {
		const close = indexWithin(text, '>', open, end);
		return { nameEnd: open, start: open + 1, end: close, after: close };
	}
	const semicolon = indexWithin(text, ';', nameEnd, end);
	return { nameEnd, start: nameEnd, end: semicolon, after: semicolon };
}

/** Where a quoted display name ends; one that is never closed, at the last `<`. */
function afterDisplayName(text: string, start: number, end: number): number {
	const after = afterQuoted(text, start, end);
	if (after < end) return after;
	const open = text.lastIndexOf('<', end - 1);
	return open < start ? end : open;
}

/**
 * Whether an addr-spec without brackets comes before the `<` at `open`, which then is in a
 * parameter: `sip:a@b;+sip.instance="<urn:…>"`. No display name has `;` after `:` outside quotes.
 */
function isPlain(text: string, start: number, open: number): boolean {
	const semicolon = indexWithin(text, ';', start, open);
	return semicolon < open && text.lastIndexOf(':', semicolon) >= start;
}
