import type { Replacer } from '../replacer.ts';
import { replaceHostPort } from '../text/host.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceElements } from './address.ts';
import { replaceInParameters } from './parameters.ts';

/** `SIP/2.0/WSS host:port;parameters`, one hop or several. */
export function replaceVia(value: string, replacer: Replacer): string {
	return replaceElements(value, (hop) => replaceHop(hop, replacer));
}

function replaceHop(hop: string, replacer: Replacer): string {
	const [, protocol, sentBy = '', parameters = ''] =
		/^(\s*[^\s/;]+\s*\/\s*[^\s/;]+\s*\/\s*[^\s;]+\s+)([^;]*)([^]*)$/.exec(hop) ?? [];
	if (protocol === undefined) return replaceInProse(hop, replacer);
	return protocol + replaceHostPort(sentBy, replacer) + replaceInParameters(parameters, replacer);
}
