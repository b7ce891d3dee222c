import type { PrivateKind, Replacer } from '../replacer.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceMatches } from '../text/replace-matches.ts';
import { quotedLike, quotedParts } from './quoted.ts';
import { replaceUri } from './uri.ts';
import { replaceUserName } from './user.ts';

const PARAMETER = /([\w*-]+)(\s*=\s*)("(?:[^"\\]|\\[^])*"?|[^\s,"]+)/g;

const KINDS: Readonly<Record<string, PrivateKind>> = {
	realm: 'host',
	nonce: 'digest',
	cnonce: 'digest',
	opaque: 'digest',
	response: 'digest',
	nextnonce: 'digest',
	rspauth: 'digest',
	auts: 'digest',
	'access-token': 'token'
};

/** What belongs to no one: the algorithm, and how often a nonce was used. */
const PLAIN: ReadonlySet<string> = new Set([
	'algorithm',
	'qop',
	'nc',
	'stale',
	'userhash',
	'charset'
]);

/** Challenges and credentials (RFC 3261 §20.7, §20.44) of any scheme. */
export function replaceAuthentication(value: string, replacer: Replacer): string {
	const [, scheme = '', rest = ''] = /^(\s*\S+\s*)([^]*)$/.exec(value) ?? [];
	if (/^[\w.~+/-]+=*\s*$/.test(rest)) return scheme + replacer.value('token', rest);
	return (
		replacer.rest(scheme) +
		replaceMatches(
			rest,
			PARAMETER,
			([, name = '', equals = '', written = '']) =>
				name + equals + replaceParameter(name.toLowerCase(), written, replacer),
			(between) => replaceInProse(between, replacer)
		)
	);
}

function replaceParameter(name: string, written: string, replacer: Replacer): string {
	const { inner, after } = quotedParts(written);
	return quotedLike(written, inner === '' ? '' : replaceValue(name, inner, replacer)) + after;
}

function replaceValue(name: string, value: string, replacer: Replacer): string {
	if (name === 'username') return replaceSigner(value, replacer);
	if (name === 'uri') return replaceUri(value, replacer);
	if (PLAIN.has(name)) return replacer.rest(value);
	const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
	return kind ? replacer.value(kind, value) : replaceInProse(value, replacer);
}

/** An authorization id; elsewhere often `user@domain`. */
function replaceSigner(name: string, replacer: Replacer): string {
	return name.includes('@') ? replaceInProse(name, replacer) : replaceUserName(name, replacer);
}
