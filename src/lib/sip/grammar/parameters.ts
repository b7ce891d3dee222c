import {
	EQUALS,
	QUOTE,
	SEMICOLON,
	type Letters,
	afterBlanks,
	hasWordAt,
	trimmed
} from './character.ts';
import { afterQuoted, unquoted } from './quoted-string.ts';
import { indexWithin } from './search.ts';

/** By name in lower case; without quotes; `undefined` where the parameter has no value. */
export type Parameters = Map<string, string | undefined>;

/**
 * The `;name=value` parameters of `text` from the first semicolon at or after `from` (RFC 3261
 * §25.1). Of a repeated one, the first counts.
 */
export function parseParameters(text: string, from = 0): Parameters {
	const end = text.length;
	const parameters: Parameters = new Map();
	for (let at = firstParameter(text, from, end); at < end; at = nextParameter(text, at, end)) {
		const equals = afterName(text, at, end);
		const name = trimmed(text, at, equals).toLowerCase();
		if (name === '' || parameters.has(name)) continue;
		const hasValue = equals < end && text.charCodeAt(equals) === EQUALS;
		parameters.set(name, hasValue ? valueAfter(text, equals, end) : undefined);
	}
	return parameters;
}

/** Value of the one parameter of that name before `end`, without reading the others. */
export function parameter(
	text: string,
	from: number,
	end: number,
	name: Letters
): string | undefined {
	for (let at = firstParameter(text, from, end); at < end; at = nextParameter(text, at, end)) {
		at = afterBlanks(text, at);
		if (!hasWordAt(text, at, name)) continue;
		const equals = afterBlanks(text, at + name.length);
		const code = text.charCodeAt(equals);
		if (equals >= end || code === SEMICOLON) return undefined;
		if (code === EQUALS) return valueAfter(text, equals, end);
	}
	return undefined;
}

function firstParameter(text: string, from: number, end: number): number {
	return Math.min(end, indexWithin(text, ';', from, end) + 1);
}

function nextParameter(text: string, at: number, end: number): number {
	return Math.min(end, parameterEnd(text, afterName(text, at, end), end) + 1);
}

/** Where the name that begins at `at` ends: at `=`, `;` or the end. */
function afterName(text: string, at: number, end: number): number {
	for (; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === EQUALS || code === SEMICOLON) break;
	}
	return Math.min(at, end);
}

/** Where the parameter ends whose name ends at `at`: a quoted value may hold semicolons. */
function parameterEnd(text: string, at: number, end: number): number {
	if (at >= end || text.charCodeAt(at) !== EQUALS) return at;
	return valueEnd(text, afterBlanks(text, at + 1), end);
}

/** Where the value that begins at `at` ends. */
function valueEnd(text: string, at: number, end: number): number {
	const quoted = at < end && text.charCodeAt(at) === QUOTE;
	return indexWithin(text, ';', quoted ? afterQuoted(text, at, end) : at, end);
}

/** The value after the `=` at `equals`. */
function valueAfter(text: string, equals: number, end: number): string {
	const start = afterBlanks(text, equals + 1);
	const value = trimmed(text, start, valueEnd(text, start, end));
	return text.charCodeAt(start) === QUOTE ? unquoted(value) : value;
}
