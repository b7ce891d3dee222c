import { decodeXml, encodeXml } from '../../ringcentral/xml-text.ts';
import { replaceDisplayName } from '../fields/display-name.ts';
import { replaceUri } from '../fields/uri.ts';
import type { Replacer } from '../replacer.ts';
import { replaceInIdentifier } from '../text/identifier.ts';
import { ipv4OfNumber, numberOfIpv4 } from '../text/ip-address.ts';
import { replaceInProse } from '../text/prose.ts';
import { replaceMatches } from '../text/replace-matches.ts';
import { replaceMember } from './member.ts';

type ReplaceValue = (value: string, replacer: Replacer) => string;

function named(replace: ReplaceValue, ...names: string[]): Record<string, ReplaceValue> {
	return Object.fromEntries(names.map((name) => [name, replace]));
}

/** What RingCentral's XML has in its attributes (`ringcentral/rc-attributes.ts`); ids of calls stay. */
const ATTRIBUTES: Readonly<Record<string, ReplaceValue>> = {
	Nm: replaceDisplayName,
	ToNm: replaceDisplayName,
	IP: replaceNumericAddress,
	RecUrl: replaceUri,
	...named(replaceNothing, 'SrvLvl', 'SrvLvlExt', 'Mny', 'MB', 'Sts', 'Resp', 'Cmd', 'FwdDly'),
	...named(replaceNothing, 'PhnTp', 'RepTp', 'Dir', 'Vl', 'Units'),
	SID: replaceInIdentifier,
	Req: replaceInIdentifier,
	Bdy: replaceInProse
};

/** An attribute, an element's name, or text between tags; any of them may be cut off. */
const PARTS =
	/(?<name>[\w:.-]+)(?<equals>\s*=\s*)(?<value>"[^"<]*"?|'[^'<]*'?)|<\/?(?!sips?:|tel:)(?<element>[\w:.-]+)|>(?<text>[^<]*[^<\s][^<]*)/g;

/** Whether there is a tag in a text, and not only a URI in its brackets. */
export function hasMarkup(text: string): boolean {
	return /<\/?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+\s*=|\s*\/?>)/.test(text);
}

/** XML of any kind, above all RingCentral's, sound or not. */
export function replaceInMarkup(xml: string, replacer: Replacer): string {
	let open = '';
	return replaceMatches(
		xml,
		PARTS,
		({ 0: whole, groups: { name, equals = '', value = '', element, text } = {} }) => {
			if (name !== undefined) return name + equals + replaceAttribute(name, value, replacer);
			if (text !== undefined) return `>${replaceText(open, text, replacer)}`;
			open = element ?? '';
			return replacer.rest(whole);
		},
		(between) => replaceInProse(between, replacer)
	);
}

function replaceAttribute(name: string, written: string, replacer: Replacer): string {
	const quote = written.charAt(0);
	const isClosed = written.length > 1 && written.endsWith(quote);
	const value = written.slice(1, isClosed ? -1 : undefined);
	return quote + replaceText(name, value, replacer) + (isClosed ? quote : '');
}

function replaceText(name: string, written: string, replacer: Replacer): string {
	const value = decodeXml(written);
	const replace = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
	const replaced = replace ? replace(value, replacer) : replaceMember(name, value, replacer);
	return replaced === value ? written : encodeXml(replaced);
}

/** A level, a status or a count. */
function replaceNothing(value: string, replacer: Replacer): string {
	return replacer.rest(value);
}

function replaceNumericAddress(value: string, replacer: Replacer): string {
	const address = ipv4OfNumber(value);
	return address === undefined
		? replaceInProse(value, replacer)
		: numberOfIpv4(replacer.value('ip', address));
}
