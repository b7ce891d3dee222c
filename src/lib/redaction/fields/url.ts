import type { Replacer } from '../replacer.ts';
import { replaceHostPort } from '../text/host.ts';
import { replaceInIdentifier } from '../text/identifier.ts';
import { replaceMatches } from '../text/replace-matches.ts';

/** What follows the scheme of a URL on the web: `//user:password@host:port/path?query#fragment`. */
export function replaceUrl(rest: string, replacer: Replacer): string {
	const [, slashes = '', userInfo = '', place = '', path = '', query = ''] =
		/^(\/\/)?(?:([^/?#@]*)@)?([^/?#]*)([^?#]*)([^]*)$/.exec(rest) ?? [];
	return (
		slashes +
		(userInfo && `${replaceSignIn(userInfo, replacer)}@`) +
		replaceHostPort(place, replacer) +
		replaceInPath(path, replacer) +
		replaceInQuery(query, replacer)
	);
}

function replaceSignIn(userInfo: string, replacer: Replacer): string {
	const [user = '', ...password] = userInfo.split(':');
	const secret = password.join(':');
	return (
		(user && replacer.value('user', user)) + (secret && `:${replacer.value('password', secret)}`)
	);
}

/** Numbers of accounts and recordings, and what is too long for a word. */
const PATH_IDS = /(?<=\/)(?:\d{5,}|(?=[\w.~-]*\d)[\w.~-]{16,})(?=\/|$)/g;

function replaceInPath(path: string, replacer: Replacer): string {
	return replaceMatches(
		path,
		PATH_IDS,
		([id]) => replacer.value('token', id),
		(between) => replaceInIdentifier(between, replacer)
	);
}

/**
 * `?name=value&…`, or what follows `#`, where sign-in puts its tokens too: every value is taken for a
 * token that is not a short word or number.
 */
export function replaceInQuery(query: string, replacer: Replacer): string {
	return replaceMatches(
		query,
		/([^?&#=]+)=([^&#]*)/g,
		([, name = '', value = '']) =>
			`${replacer.rest(name)}=${replaceInQueryValue(name, value, replacer)}`,
		(between) => replacer.rest(between)
	);
}

const SECRET =
	/token|secret|password|passwd|pwd|key|code|sig|auth|jwt|assertion|session|credential/i;

function replaceInQueryValue(name: string, value: string, replacer: Replacer): string {
	if (value === '') return value;
	const isPlain = /^(?:[a-z._-]{1,12}|\d{1,4})$/i.test(value) && !SECRET.test(name);
	return isPlain ? replacer.rest(value) : replacer.value('token', value);
}
