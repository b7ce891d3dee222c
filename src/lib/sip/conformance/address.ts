import {
	COLON,
	COMMA,
	GREATER_THAN,
	LESS_THAN,
	QUOTE,
	SEMICOLON,
	isTokenCharacter
} from '../grammar/character.ts';
import type { Check } from './check.ts';
import { type Cursor, isWhite } from './cursor.ts';
import { type ParameterRules, parameters } from './parameters.ts';
import { checkUri } from './uri.ts';

export interface AddressRules {
	/** Whether a URI may stand without angle brackets. */
	bare: boolean;
	/** Whether the URI may have headers (RFC 3261 §19.1.1, table 1). */
	headers: boolean;
	/** Rules for parameters of the field; absent where it has none. */
	parameters?: ParameterRules;
}

/** A name-addr or addr-spec with the field's parameters (RFC 3261 §20.10). */
export function address(rules: AddressRules): Check {
	const tail = rules.parameters && parameters(rules.parameters);
	return (cursor) => {
		const sound = isBare(cursor) ? bareUri(cursor, rules) : nameAddress(cursor, rules);
		return sound && (tail?.(cursor) ?? true);
	};
}

/** Whether a URI begins here: its scheme's colon comes before any quote or bracket. */
function isBare({ text, at, end, inList }: Cursor): boolean {
	for (; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE || code === LESS_THAN) return false;
		if (code === COLON || (code === COMMA && inList)) return true;
	}
	return true;
}

function nameAddress(cursor: Cursor, rules: AddressRules): boolean {
	const { text } = cursor;
	if (!displayName(cursor)) return false;
	const start = cursor.at + 1;
	while (!cursor.isAtEnd && cursor.code !== GREATER_THAN) cursor.at++;
	if (cursor.isAtEnd) return cursor.fail('uri-malformed', start - 1);
	checkUri(text.slice(start, cursor.at), start, rules.headers, cursor);
	cursor.at++;
	return true;
}

/** Passes what comes before the `<`: a quoted string, or tokens with white space between. */
function displayName(cursor: Cursor): boolean {
	const start = cursor.at;
	if (cursor.isAt(QUOTE)) {
		if (!cursor.quoted()) return false;
		cursor.skip();
		return cursor.isAt(LESS_THAN) || cursor.fail('uri-malformed', start);
	}
	let sound = true;
	for (; cursor.code !== LESS_THAN; cursor.at++) {
		if (cursor.isAtEnd) return cursor.fail('display-name-malformed', start);
		sound &&= isTokenCharacter(cursor.code) || isWhite(cursor.code);
	}
	if (sound) return true;
	const written = cursor.since(start).trimEnd();
	cursor.report('display-name-malformed', start, start + written.length);
	return true;
}

/**
 * A URI without brackets ends at its first semicolon; one with a comma, question mark or semicolon of
 * its own must have them (RFC 3261 §20, RFC 8217).
 */
function bareUri(cursor: Cursor, rules: AddressRules): boolean {
	const start = cursor.at;
	while (!cursor.isAtEnd && !endsBareUri(cursor)) cursor.at++;
	const uri = cursor.since(start);
	if (!rules.bare) return cursor.fail('uri-unbracketed', start);
	if (/[?,]/.test(uri) || (cursor.code === SEMICOLON && !rules.parameters)) {
		if (!rules.parameters) return cursor.fail('uri-unbracketed', start);
		cursor.report('uri-unbracketed', start, cursor.at);
		return true;
	}
	checkUri(uri, start, rules.headers, cursor);
	return true;
}

function endsBareUri({ code, inList }: Cursor): boolean {
	return code === SEMICOLON || isWhite(code) || (code === COMMA && inList);
}
