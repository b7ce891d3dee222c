import { replaceInEncodedIds } from '../fields/encoded-id.ts';
import { isKnownField, replaceFieldValue } from '../fields/field.ts';
import { replaceUri } from '../fields/uri.ts';
import { replaceUserName } from '../fields/user.ts';
import type { PrivateKind, Replacer } from '../replacer.ts';
import { replaceHost } from '../text/host.ts';
import { replaceInIdentifier } from '../text/identifier.ts';
import { replaceInProse } from '../text/prose.ts';
import { JSON_BEGINS, replaceInJson } from './json.ts';
import { hasMarkup, replaceInMarkup } from './markup.ts';

type ReplaceValue = (value: string, replacer: Replacer) => string;

const LINES: Readonly<Record<string, ReplaceValue>> = {
	o: replaceOrigin,
	c: replaceAddressOfNetwork,
	s: replaceInProse,
	i: replaceInEncodedIds,
	u: replaceUri,
	e: replaceInProse,
	p: replaceInProse,
	k: (value, replacer) => replaceBehind(/^\w+:/, 'key', value, replacer),
	a: replaceAttribute
};

const ATTRIBUTES: Readonly<Record<string, ReplaceValue>> = {
	candidate: replaceCandidate,
	rtcp: replaceAddressOfNetwork,
	'ice-ufrag': secret('key'),
	'ice-pwd': secret('key'),
	fingerprint: (value, replacer) => replaceBehind(/^\s*\S+\s+/, 'key', value, replacer),
	crypto: replaceCrypto,
	'key-mgmt': (value, replacer) => replaceBehind(/^\s*\S+\s+/, 'key', value, replacer),
	identity: secret('token'),
	'tls-id': secret('key'),
	ssrc: replaceSource
};

/** A session description (RFC 8866), or lines of one: keys, addresses and names by their lines. */
export function replaceInDescription(text: string, replacer: Replacer): string {
	return text
		.split(/(\r?\n)/)
		.map((line, index) => (index % 2 === 0 ? replaceDescriptionLine(line, replacer) : line))
		.join('');
}

/** One line without its end; what is no `letter=value` is taken for what it looks like. */
export function replaceDescriptionLine(line: string, replacer: Replacer): string {
	const [, type = '', value = ''] = /^([a-z])=([^]*)$/.exec(line) ?? [];
	if (type === '') return replaceStrayLine(line, replacer);
	const replace = Object.hasOwn(LINES, type) ? LINES[type] : undefined;
	return `${type}=${(replace ?? replaceInIdentifier)(value, replacer)}`;
}

/** A line that stands where none like it should: a header field, XML, JSON or anything at all. */
function replaceStrayLine(line: string, replacer: Replacer): string {
	if (line === '') return line;
	const [, name = '', colon = '', value = ''] = /^([\w.-]+)(\s*:)([^]*)$/.exec(line) ?? [];
	if (isKnownField(name)) return name + colon + replaceFieldValue(name, value, replacer);
	if (hasMarkup(line)) return replaceInMarkup(line, replacer);
	return (JSON_BEGINS.test(line) ? replaceInJson : replaceInProse)(line, replacer);
}

function replaceAttribute(line: string, replacer: Replacer): string {
	const colon = line.indexOf(':');
	if (colon < 0) return replacer.rest(line);
	const name = line.slice(0, colon).toLowerCase();
	const replace = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
	return (
		line.slice(0, colon + 1) + (replace ?? replaceInIdentifier)(line.slice(colon + 1), replacer)
	);
}

/** `username id version IN IP4 address`. */
function replaceOrigin(value: string, replacer: Replacer): string {
	const [, user = '', rest = ''] = /^(\S*)([^]*)$/.exec(value) ?? [];
	return replaceUserName(user, replacer) + replaceAddressOfNetwork(rest, replacer);
}

/** `IN IP4 address`, what stands before and behind it. */
function replaceAddressOfNetwork(value: string, replacer: Replacer): string {
	const [, before, address = '', after = ''] =
		/^([^]*?\bIP[46]\s+)([^\s/]+)([^]*)$/i.exec(value) ?? [];
	if (before === undefined) return replaceInProse(value, replacer);
	return replacer.rest(before) + replaceHost(address, replacer) + replacer.rest(after);
}

/** RFC 8839 §5.1; `ufrag` may follow among its extensions. */
function replaceCandidate(value: string, replacer: Replacer): string {
	const words = value.split(/(\s+)/);
	return words
		.map((word, index) => {
			const before = words[index - 2]?.toLowerCase();
			if (index % 2 === 1 || word === '') return word;
			if (index === 8 || before === 'raddr') return replaceHost(word, replacer);
			return before === 'ufrag' ? replacer.value('key', word) : replaceInIdentifier(word, replacer);
		})
		.join('');
}

/** RFC 4568: the key and salt behind each `inline:`, up to its lifetime. */
function replaceCrypto(value: string, replacer: Replacer): string {
	return value
		.split(/(inline:[^|\s;]+)/i)
		.map((part, index) =>
			index % 2 === 0 ? replacer.rest(part) : replaceBehind(/^inline:/i, 'key', part, replacer)
		)
		.join('');
}

/** A source's `cname` is often `user@host` (RFC 5576). */
function replaceSource(value: string, replacer: Replacer): string {
	return /\bcname:/i.test(value)
		? replaceInProse(value, replacer)
		: replaceInIdentifier(value, replacer);
}

function secret(kind: PrivateKind): ReplaceValue {
	return (value, replacer) => replaceBehind(/^\s*/, kind, value, replacer);
}

/** All that follows a beginning is one secret, but for blanks. */
function replaceBehind(
	beginning: RegExp,
	kind: PrivateKind,
	value: string,
	replacer: Replacer
): string {
	const [before] = beginning.exec(value) ?? [];
	if (before === undefined) return replaceInProse(value, replacer);
	const hidden = value.slice(before.length).trim();
	if (hidden === '') return value;
	const tail = value.slice(before.length).trimStart().slice(hidden.length);
	return before + replacer.value(kind, hidden) + tail;
}
