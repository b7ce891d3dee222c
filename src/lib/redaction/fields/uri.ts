import type { Replacer } from '../replacer.ts';
import { isMadeUp, replaceHostPort } from '../text/host.ts';
import { replaceInIdentifier } from '../text/identifier.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceInstance } from './instance.ts';
import { replaceInParameters, replaceParameter } from './parameters.ts';
import { replaceUrl } from './url.ts';
import { replaceUser } from './user.ts';

type ReplaceRest = (rest: string, replacer: Replacer) => string;

/** What follows the scheme of a URI. */
const SCHEMES: Readonly<Record<string, ReplaceRest>> = {
	sip: replaceSip,
	sips: replaceSip,
	im: replaceSip,
	pres: replaceSip,
	xmpp: replaceSip,
	mailto: replaceSip,
	tel: replaceTel,
	urn: replaceInstance,
	stun: replaceHostPort,
	stuns: replaceHostPort,
	turn: replaceHostPort,
	turns: replaceHostPort,
	http: replaceUrl,
	https: replaceUrl,
	ws: replaceUrl,
	wss: replaceUrl,
	ftp: replaceUrl
};

/** A URI of any scheme, as it is written; one of no scheme that is known keeps all but its addresses. */
export function replaceUri(text: string, replacer: Replacer): string {
	const [, before = '', scheme = '', rest = ''] =
		/^(\s*([a-z][a-z\d+.-]*)\s*:)([^]*)$/i.exec(text) ?? [];
	const lower = scheme.toLowerCase();
	const replace = Object.hasOwn(SCHEMES, lower) ? SCHEMES[lower] : undefined;
	if (replace) return before + replace(rest, replacer);
	return (scheme === '' ? replaceInProse : replaceInIdentifier)(text, replacer);
}

/** RFC 3261 §19.1: `user:password@host:port;parameters?headers`. */
function replaceSip(rest: string, replacer: Replacer): string {
	const at = rest.indexOf('@');
	const [, place = '', parameters = '', headers = ''] =
		/^((?:\[[^\]]*\])?[^;?]*)([^?]*)([^]*)$/.exec(rest.slice(at + 1)) ?? [];
	const user = at < 0 ? '' : `${replaceUserAt(place, rest.slice(0, at), replacer)}@`;
	return (
		user +
		replaceHostPort(place, replacer) +
		replaceInParameters(parameters, replacer) +
		headers.replace(
			/([?&])([^=&]*)(=?)([^&]*)/g,
			(_, mark: string, name: string, equals: string, value: string) =>
				mark + name + equals + replaceEscaped(name, value, replacer)
		)
	);
}

/** Who is at a host that is made up is so as well, unless known from elsewhere, or a number. */
function replaceUserAt(place: string, userInfo: string, replacer: Replacer): string {
	const [host = ''] = place.split(':');
	if (isMadeUp(host.trim()) && !/\d{7}|^\d+$/.test(userInfo)) return replacer.words(userInfo);
	return replaceUserInfo(userInfo, replacer);
}

function replaceUserInfo(userInfo: string, replacer: Replacer): string {
	const colon = userInfo.indexOf(':');
	if (colon < 0) return replaceUser(userInfo, replacer);
	const password = userInfo.slice(colon + 1);
	const user = `${replaceUser(userInfo.slice(0, colon), replacer)}:`;
	return password === '' ? user : user + replacer.value('password', password);
}

/** A header of a URI: what its escapes part is looked at piece by piece, so that they stay. */
function replaceEscaped(name: string, value: string, replacer: Replacer): string {
	return value
		.split(/((?:%[\da-f]{2})+)/i)
		.map((piece) => (piece.startsWith('%') ? piece : replaceParameter(name, piece, replacer)))
		.join('');
}

/** RFC 3966: `+1-650-555-0100;phone-context=…`. */
function replaceTel(rest: string, replacer: Replacer): string {
	const [, number = '', parameters = ''] = /^([^;]*)([^]*)$/.exec(rest) ?? [];
	return replaceUser(number, replacer) + replaceInParameters(parameters, replacer);
}
