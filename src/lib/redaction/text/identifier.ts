import type { Replacer } from '../replacer.ts';
import { replaceHost } from './host.ts';
import { IPV4, IPV6, ipAddressKey } from './ip-address.ts';
import { replaceMatches } from './replace-matches.ts';

const PLACE = new RegExp(
	`(?<ip>${IPV6}|${IPV4})|@(?<host>${IPV6}|[A-Za-z\\d](?:[\\w.-]*[A-Za-z\\d])?)`,
	'g'
);

/**
 * An id: Call-ID, tag, branch, or what else only tells one thing from another. It stays, so that what
 * belongs together does, but for the address or host of whoever made it.
 */
export function replaceInIdentifier(text: string, replacer: Replacer): string {
	if (!/[.:@]/.test(text)) return replacer.rest(text);
	return replaceMatches(
		text,
		PLACE,
		({ groups: { ip, host } = {} }) => {
			if (host !== undefined) return `@${replaceHost(host, replacer)}`;
			return ip && ipAddressKey(ip) !== undefined ? replacer.value('ip', ip) : undefined;
		},
		(between) => replacer.rest(between)
	);
}
