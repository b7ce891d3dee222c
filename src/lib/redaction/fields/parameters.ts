import type { Replacer } from '../replacer.ts';
import { replaceHostPort } from '../text/host.ts';
import { replaceInIdentifier } from '../text/identifier.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceMatches } from '../text/replace-matches.ts';
import { replaceDisplayName } from './display-name.ts';
import { replaceInstance } from './instance.ts';
import { quotedLike, quotedParts } from './quoted.ts';
import { replaceUserName } from './user.ts';

type ReplaceValue = (value: string, replacer: Replacer) => string;

/** Parameters of fields and URIs by their names; others tell things apart, or are words of the protocol. */
const VALUES: Readonly<Record<string, ReplaceValue>> = {
	received: replaceHostPort,
	maddr: replaceHostPort,
	'received-realm': replaceHostPort,
	'orig-ioi': replaceHostPort,
	'term-ioi': replaceHostPort,
	'phone-context': (value, replacer) =>
		/^\+?\d+$/.test(value) ? replaceUserName(value, replacer) : replaceHostPort(value, replacer),
	'+sip.instance': replaceInstance,
	gr: replaceInstance,
	ext: replaceUserName,
	isub: replaceUserName,
	calleridname: replaceDisplayName,
	queuename: replaceDisplayName,
	callername: replaceDisplayName,
	token: replaceToken,
	'access-token': replaceToken,
	access_token: replaceToken,
	'pn-tok': replaceToken,
	'pn-prid': replaceToken,
	'pn-param': replaceToken
};

const PARAMETER = /(;\s*)([^;=\s]+)(\s*=\s*)("(?:[^"\\]|\\[^])*"?|[^;]*)/g;

/** `;name=value` and what follows it, whatever stands before the first semicolon. */
export function replaceInParameters(text: string, replacer: Replacer): string {
	return replaceMatches(
		text,
		PARAMETER,
		([, semicolon = '', name = '', equals = '', value = '']) =>
			semicolon + replacer.rest(name) + equals + replaceParameter(name, value, replacer),
		(between) => replacer.rest(between)
	);
}

/** The value of a parameter, in its quotes or without. */
export function replaceParameter(name: string, written: string, replacer: Replacer): string {
	const { inner, after, isQuoted } = quotedParts(written);
	const lower = name.toLowerCase();
	const known = Object.hasOwn(VALUES, lower) ? VALUES[lower] : undefined;
	// In a damaged field, what opens an address may be within what looks like the value of a parameter.
	const isProse = isQuoted || /[<>"]/.test(inner);
	const replace = known ?? (isProse ? replaceInProse : replaceInIdentifier);
	return quotedLike(written, replace(inner, replacer)) + after;
}

function replaceToken(value: string, replacer: Replacer): string {
	return value === '' ? value : replacer.value('token', value);
}
