import { QUOTE, SLASH, isDigit } from '../grammar/character.ts';
import { MOST_SECONDS } from '../grammar/whole-number.ts';
import type { Check } from './check.ts';
import type { Cursor } from './cursor.ts';
import { type ParameterRules, parameters } from './parameters.ts';

export function token(cursor: Cursor): boolean {
	return cursor.token() || cursor.fail('value-malformed');
}

/** A whole number up to `most`; `code` says that there is none. */
export function number(most: number, code: 'value-malformed' | 'content-length-malformed'): Check {
	return (cursor) => {
		const start = cursor.at;
		while (isDigit(cursor.code)) cursor.at++;
		if (cursor.at === start) return cursor.fail(code);
		if (Number(cursor.since(start)) > most) cursor.report('number-out-of-range', start, cursor.at);
		return true;
	};
}

/** Seconds, by themselves or with the field's parameters. */
export function seconds(rules?: ParameterRules): Check {
	const delta = number(MOST_SECONDS, 'value-malformed');
	const tail = rules && parameters(rules);
	return (cursor) => delta(cursor) && (tail?.(cursor) ?? true);
}

/** A token with parameters, as in Event or Reason. */
export function tokenWith(rules?: ParameterRules): Check {
	const tail = parameters(rules);
	return (cursor) => token(cursor) && tail(cursor);
}

/** `type/subtype` with parameters (RFC 3261 §20.15); `*` is a token too, so ranges are read as well. */
export function mediaType(cursor: Cursor): boolean {
	const start = cursor.at;
	if (!cursor.token() || cursor.separator(SLASH) < 0 || !cursor.token()) {
		return cursor.fail('value-malformed', start);
	}
	return PARAMETERS(cursor);
}

const PARAMETERS = parameters();

/** `word` or `word@word` (RFC 3261 §20.8). */
export function callId(cursor: Cursor): boolean {
	const start = cursor.at;
	CALL_ID_CHARACTERS.lastIndex = start;
	cursor.at += CALL_ID_CHARACTERS.exec(cursor.text)?.[0].length ?? 0;
	if (/^[^@]+(?:@[^@]+)?$/.test(cursor.since(start))) return true;
	return cursor.fail('value-malformed', start);
}

const CALL_ID_CHARACTERS = /[\w.!%*+`'~()<>:\\"/[\]?{}@-]*/y;

export function quotedString(cursor: Cursor): boolean {
	return cursor.code === QUOTE ? cursor.quoted() : cursor.fail('value-malformed');
}
