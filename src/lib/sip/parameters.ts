import { EQUALS, QUOTE, SEMICOLON, hasWordAt, isBlank, trimmed } from './character.ts';
import { afterQuoted, unquoted } from './quoted-string.ts';

/** By name in lower case; without quotes; `undefined` where the parameter has no value. */
export type Parameters = Map<string, string | undefined>;

/**
 * The `;name=value` parameters of `text` from the first semicolon at or after `from` (RFC 3261
 * §25.1). Of a repeated one, the first counts.
 */
export function parseParameters(text: string, from = 0): Parameters {
	const parameters: Parameters = new Map();
	for (let at = firstParameter(text, from); at < text.length; at = nextParameter(text, at)) {
		const name = trimmed(text, at, afterName(text, at)).toLowerCase();
		if (name !== '' && !parameters.has(name)) parameters.set(name, valueAt(text, at));
	}
	return parameters;
}

/** Value of the one parameter `name` (in lower case), without reading the others. */
export function parameter(text: string, from: number, name: string): string | undefined {
	for (let at = firstParameter(text, from); at < text.length; at = nextParameter(text, at)) {
		while (isBlank(text.charCodeAt(at))) at++;
		if (!hasWordAt(text, at, name)) continue;
		if (trimmed(text, at, afterName(text, at)).length === name.length) return valueAt(text, at);
	}
	return undefined;
}

function firstParameter(text: string, from: number): number {
	const semicolon = text.indexOf(';', from);
	return semicolon < 0 ? text.length : semicolon + 1;
}

function nextParameter(text: string, at: number): number {
	const end = parameterEnd(text, afterName(text, at));
	return end < text.length ? end + 1 : end;
}

/** Where the name that begins at `at` ends: at `=`, `;` or the end. */
function afterName(text: string, at: number): number {
	for (; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === EQUALS || code === SEMICOLON) break;
	}
	return at;
}

/** Where the parameter ends whose name ends at `at`: a quoted value may hold semicolons. */
function parameterEnd(text: string, at: number): number {
	if (text.charCodeAt(at) !== EQUALS) return at;
	const value = afterBlanks(text, at + 1);
	const from = text.charCodeAt(value) === QUOTE ? afterQuoted(text, value) : value;
	const semicolon = text.indexOf(';', from);
	return semicolon < 0 ? text.length : semicolon;
}

function valueAt(text: string, at: number): string | undefined {
	const equals = afterName(text, at);
	if (text.charCodeAt(equals) !== EQUALS) return undefined;
	return unquoted(trimmed(text, equals + 1, parameterEnd(text, equals)));
}

function afterBlanks(text: string, at: number): number {
	while (isBlank(text.charCodeAt(at))) at++;
	return at;
}
