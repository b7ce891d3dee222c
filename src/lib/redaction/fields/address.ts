import { afterQuoted } from '../../sip/grammar/quoted-string.ts';
import { firstElementEnd } from '../../sip/grammar/list.ts';
import type { Replacer } from '../replacer.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceDisplayName } from './display-name.ts';
import { replaceInParameters } from './parameters.ts';
import { quotedLike, quotedParts } from './quoted.ts';
import { replaceUri } from './uri.ts';

/** Each element of a list as it is replaced, with the commas between them (RFC 3261 §7.3.1). */
export function replaceElements(value: string, replace: (element: string) => string): string {
	let written = '';
	let start = 0;
	for (;;) {
		const end = firstElementEnd(value, start, value.length);
		written += replace(value.slice(start, end));
		if (end >= value.length) return written;
		written += ',';
		start = end + 1;
	}
}

/** From, To, Contact, a route or their like: one address or a list of them. */
export function replaceAddresses(value: string, replacer: Replacer): string {
	return replaceElements(value, (element) => replaceAddress(element, replacer));
}

/** `"name" <uri>;parameters`, or a bare URI, whose parameters are the field's. */
function replaceAddress(element: string, replacer: Replacer): string {
	const [, space = '', address = ''] = /^(\s*)([^]*)$/.exec(element) ?? [];
	const nameEnd = address.startsWith('"') ? afterQuoted(address, 0) : 0;
	const open = address.indexOf('<', nameEnd);
	const semicolon = address.indexOf(';', nameEnd);
	const isBare =
		open < 0 ||
		(semicolon >= 0 && semicolon < open && address.slice(nameEnd, semicolon).includes(':'));
	if (isBare) {
		const end = semicolon < 0 ? address.length : semicolon;
		const name = replaceName(address.slice(0, nameEnd), replacer);
		return (
			space +
			name +
			replaceUri(address.slice(nameEnd, end), replacer) +
			replaceInParameters(address.slice(end), replacer)
		);
	}
	const close = address.indexOf('>', open);
	const end = close < 0 ? address.length : close;
	return (
		space +
		replaceName(address.slice(0, open), replacer) +
		'<' +
		replaceUri(address.slice(open + 1, end), replacer) +
		replaceTail(address.slice(end), replacer)
	);
}

function replaceName(written: string, replacer: Replacer): string {
	const { inner, after } = quotedParts(written);
	const name = inner.trim() === '' ? inner : replaceDisplayName(inner, replacer);
	return quotedLike(written, name) + replaceStray(after, replacer);
}

/** What follows a URI: parameters, and before them what a damaged name left, which may be another address. */
function replaceTail(tail: string, replacer: Replacer): string {
	const [stray = ''] = /^[^;]*/.exec(tail) ?? [];
	return replaceStray(stray, replacer) + replaceInParameters(tail.slice(stray.length), replacer);
}

function replaceStray(text: string, replacer: Replacer): string {
	return /^>?\s*$/.test(text) ? text : replaceInProse(text, replacer);
}
