import { QUOTE } from './character.ts';
import { type Parameters, parameter, parseParameters } from './parameters.ts';
import { afterQuoted, unquoted } from './quoted-string.ts';

/** A name-addr or addr-spec with the header's parameters (RFC 3261 §20.10). */
export interface Address {
	displayName?: string;
	uri: string;
	/** Of the header, not of the URI. */
	parameters: Parameters;
}

/** Where the URI of an address is, and where its parameters may begin. */
interface Bounds {
	nameEnd: number;
	start: number;
	end: number;
	after: number;
}

/** Reads From, To, Contact, Refer-To and their like: one element, not a list. */
export function parseAddress(value: string): Address | undefined {
	const { nameEnd, start, end, after } = boundsOf(value);
	const uri = value.slice(start, end).trim();
	if (uri === '') return undefined;
	const displayName = unquoted(value.slice(0, nameEnd).trim());
	const parameters = parseParameters(value, after);
	return displayName === '' ? { uri, parameters } : { displayName, uri, parameters };
}

/** The `tag` of a From or To value (RFC 3261 §19.3), `''` where it has none. */
export function tagOf(value: string): string {
	return parameter(value, boundsOf(value).after, 'tag') ?? '';
}

function boundsOf(value: string): Bounds {
	const quoteEnd = value.charCodeAt(0) === QUOTE ? afterDisplayName(value) : 0;
	const open = value.indexOf('<', quoteEnd);
	const semicolon = value.indexOf(';', quoteEnd);
	if (open >= 0 && !isPlain(value, semicolon, open)) {
		const close = value.indexOf('>', open);
		const end = close < 0 ? value.length : close;
		return { nameEnd: open, start: open + 1, end, after: end };
	}
	const end = semicolon < 0 ? value.length : semicolon;
	return { nameEnd: quoteEnd, start: quoteEnd, end, after: end };
}

/** Where a quoted display name ends; one that is never closed, at the last `<`. */
function afterDisplayName(value: string): number {
	const end = afterQuoted(value, 0);
	const open = end < value.length ? -1 : value.lastIndexOf('<');
	return open < 0 ? end : open;
}

/**
 * Whether an addr-spec without brackets comes before the `<` at `open`, which then is in a
 * parameter: `sip:a@b;+sip.instance="<urn:…>"`. No display name has `;` after `:` outside quotes.
 */
function isPlain(value: string, semicolon: number, open: number): boolean {
	return semicolon >= 0 && semicolon < open && value.lastIndexOf(':', semicolon) >= 0;
}
