import type { Replacer } from '../replacer.ts';
import { ipAddressKey } from './ip-address.ts';
import { withMarksOf } from './marks.ts';

/** A host: a name, an IPv4 address, or an IPv6 one with its brackets or without. */
export function replaceHost(text: string, replacer: Replacer): string {
	const [, open = '', inner = '', close = ''] = /^(\[?)([^]*?)(\]?)$/.exec(text) ?? [];
	if (inner === '' || isMadeUp(inner)) return replacer.rest(text);
	const kind = ipAddressKey(inner) === undefined ? 'host' : 'ip';
	return open + withMarksOf(inner, replacer.value(kind, inner)) + close;
}

/** A name that stands for no host: phones in browsers make one up, since they know no other (RFC 7118 §5). */
export function isMadeUp(host: string): boolean {
	return /\.invalid\.?$/i.test(host);
}

/** `host:port`, white space around either included; the port stays. */
export function replaceHostPort(text: string, replacer: Replacer): string {
	const [, space = '', host = '', tail = ''] =
		/^(\s*)(\[[^\]]*\]?|[^\s:]*(?::[^\s:]*){2,}|[^\s:]*)([^]*)$/.exec(text) ?? [];
	return space + replaceHost(host, replacer) + (tail === '' ? '' : replacer.rest(tail));
}
