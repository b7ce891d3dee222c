import { EQUALS, QUOTE, isTokenCharacter } from '../grammar/character.ts';
import { unquoted } from '../grammar/quoted-string.ts';
import type { ProblemCode } from '../problem.ts';
import type { Check } from './check.ts';
import type { Cursor } from './cursor.ts';
import { isHost } from './host.ts';

/**
 * What is wrong with a parameter's value: as written, with its quotes; `undefined` where the
 * parameter has none.
 */
export type ValueRule = (written: string | undefined) => ProblemCode | undefined;

/** By name in lower case. */
export type ParameterRules = ReadonlyMap<string, ValueRule>;

const NO_RULES: ParameterRules = new Map();

/** Any number of `;name=value` (RFC 3261 §25.1, `generic-param`), some by rules of their own. */
export function parameters(rules: ParameterRules = NO_RULES): Check {
	return (cursor) => {
		if (!cursor.nextParameter()) return true;
		const seen = new Set<string>();
		let sound = true;
		do sound = parameter(cursor, rules, seen) && sound;
		while (cursor.nextParameter());
		return sound;
	};
}

function parameter(cursor: Cursor, rules: ParameterRules, seen: Set<string>): boolean {
	const start = cursor.at;
	if (!cursor.token()) return cursor.failParameter('parameter-malformed');
	const name = cursor.since(start).toLowerCase();
	if (seen.has(name)) return cursor.failParameter('parameter-repeated', start);
	seen.add(name);
	const rule = rules.get(name) ?? isGenericValue;
	return value(cursor, rule, start);
}

/** The rest of the parameter that begins at `start`, from its name's end on. */
function value(cursor: Cursor, rule: ValueRule, start: number): boolean {
	const equals = cursor.separator(EQUALS);
	const from = cursor.at;
	if (equals >= 0) {
		if (cursor.code === QUOTE) {
			if (!cursor.quoted()) return false;
		} else passValue(cursor);
	}
	const to = cursor.at;
	const problem = rule(equals < 0 ? undefined : cursor.since(from));
	cursor.skip();
	if (!cursor.isAtSeparator) return cursor.failParameter('parameter-malformed', start);
	if (problem === undefined) return true;
	cursor.report(problem, to > from ? from : start, Math.max(to, start + 1));
	return false;
}

/** Passes a token or host; colons and brackets are those of IPv6. */
function passValue(cursor: Cursor): void {
	while (isTokenCharacter(cursor.code) || BRACKETS_AND_COLON.has(cursor.code)) cursor.at++;
}

const BRACKETS_AND_COLON: ReadonlySet<number> = new Set([0x5b, 0x5d, 0x3a]);

/** A token, a host, a quoted string or nothing. */
function isGenericValue(written: string | undefined): ProblemCode | undefined {
	const sound = written === undefined || isQuoted(written) || isTokenValue(written);
	return sound || isHost(written) ? undefined : 'parameter-malformed';
}

export function isQuoted(written: string): boolean {
	return written.charCodeAt(0) === QUOTE;
}

function isTokenValue(written: string): boolean {
	return /^[^[\]:]+$/.test(written);
}

/** A token, which the parameter must have. */
export const tokenValue: ValueRule = (written = '') =>
	written !== '' && !isQuoted(written) && isTokenValue(written) ? undefined : 'parameter-malformed';

/** A whole number up to `most`. */
export function numberUpTo(most: number): ValueRule {
	return (written = '') => {
		if (!/^\d+$/.test(written)) return 'parameter-malformed';
		return Number(written) > most ? 'number-out-of-range' : undefined;
	};
}

/** One of some words, whatever their case, quoted or not. */
export function oneOfWords(...words: readonly string[]): ValueRule {
	return (written = '') =>
		words.includes(unquoted(written).toLowerCase()) ? undefined : 'parameter-malformed';
}
