import { isDigit } from '../grammar/character.ts';
import { type Cursor, isWhite } from './cursor.ts';
import { quotedString } from './words.ts';

/** `399 agent "text"` (RFC 3261 §20.43). */
export function warning(cursor: Cursor): boolean {
	const start = cursor.at;
	while (isDigit(cursor.code)) cursor.at++;
	const digits = cursor.at - start;
	if (digits === 0 || !isWhite(cursor.code)) return cursor.fail('value-malformed', start);
	if (digits !== 3) cursor.report('number-out-of-range', start, cursor.at);
	cursor.skip();
	const agent = cursor.at;
	while (!cursor.isAtSeparator && !isWhite(cursor.code)) cursor.at++;
	if (cursor.at === agent) return cursor.fail('value-malformed', agent);
	cursor.skip();
	return quotedString(cursor);
}
