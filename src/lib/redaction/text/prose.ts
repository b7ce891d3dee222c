import type { Replacer } from '../replacer.ts';
import { replaceUri } from '../fields/uri.ts';
import { replaceUser } from '../fields/user.ts';
import { replaceHost } from './host.ts';
import { IPV4, IPV6, ipAddressKey } from './ip-address.ts';
import { looksLikeNumber } from './phone-number.ts';
import { replaceMatches } from './replace-matches.ts';

const SCHEMES = 'sips?|tel|im|pres|xmpp|mailto|wss?|https?|ftp|stuns?|turns?|urn';
const DOMAINS =
	'com|net|org|edu|gov|mil|int|io|co|biz|info|app|dev|cloud|tel|local|lan|internal|corp|home';
const FURTHER_COUNTRIES = '(?!js|ts|md|py|sh|gz|cc|so|rs)[a-z]{2}';

/** What private values look like where nothing tells what is what. */
const LOOKS = new RegExp(
	[
		`(?<uri>(?<![\\w+.-])(?:${SCHEMES}):[^\\s<>"'\\\\]*[^\\s<>"'\\\\.,;:!?)\\]}])`,
		`(?<![\\w.+%~*#-])(?<user>[\\w.+%~*#-]+)@(?<at>\\[[^\\]\\s]*\\]|${IPV6}|[a-z\\d](?:[\\w.-]*[a-z\\d])?)`,
		`(?<ip>${IPV6}|${IPV4})`,
		`(?<host>(?<![\\w.@-])(?:[\\w-]+\\.)+(?:${DOMAINS}|(?<=\\.[\\w-]*\\.)${FURTHER_COUNTRIES})(?![\\w-]|\\.\\w))`,
		`(?<label>(?<!\\w)(?:extension|ext\\.?|x)\\s*#?)(?<extension>\\d{1,6})(?!\\w)`,
		`(?<number>(?<![\\w.+-])\\+?\\(?\\d(?:[ ().\\/-]{0,2}\\d){6,17}(?!\\w))`
	].join('|'),
	'gi'
);

/** Text whose parts nothing names: what looks like an address or a number is taken for one. */
export function replaceInProse(text: string, replacer: Replacer): string {
	return replaceMatches(
		text,
		LOOKS,
		({ groups = {} }) => replaceLook(groups, replacer),
		(between) => replacer.words(between)
	);
}

function replaceLook(groups: Record<string, string>, replacer: Replacer): string | undefined {
	const { uri, user, at, ip, host, label, extension, number } = groups;
	if (uri) return replaceUri(uri, replacer);
	if (user && at) return `${replaceUser(user, replacer)}@${replaceHost(at, replacer)}`;
	if (ip) return ipAddressKey(ip) === undefined ? undefined : replacer.value('ip', ip);
	if (host) return replacer.value('host', host);
	if (extension) return `${label}${replacer.value('extension', extension)}`;
	return number && looksLikeNumber(number) ? replacer.value('number', number) : undefined;
}
