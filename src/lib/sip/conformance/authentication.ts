import { EQUALS, QUOTE } from '../grammar/character.ts';
import { type Cursor, isWhite } from './cursor.ts';
import { listOf } from './check.ts';

/** A scheme, and what it needs: `Digest name=value, name="value"` (RFC 3261 §25.1). */
export function authentication(cursor: Cursor): boolean {
	if (!cursor.token()) return cursor.fail('value-malformed');
	if (!isWhite(cursor.code)) return cursor.isAtEnd || cursor.fail('value-malformed');
	cursor.skip();
	return isToken68(cursor) || PARAMETERS(cursor);
}

const PARAMETERS = listOf((cursor) => {
	const start = cursor.at;
	if (!cursor.token() || cursor.separator(EQUALS) < 0) {
		return cursor.failParameter('parameter-malformed', start);
	}
	if (cursor.code === QUOTE) return cursor.quoted();
	while (!cursor.isAtSeparator && !isWhite(cursor.code)) cursor.at++;
	return true;
});

/** Whether the rest is one opaque word, as after `Bearer` (RFC 8898, RFC 7235 §2.1). */
function isToken68(cursor: Cursor): boolean {
	const { at } = cursor;
	while (!cursor.isAtEnd && !isWhite(cursor.code)) cursor.at++;
	if (cursor.isAtEnd && /^[\w.~+/-]+=*$/.test(cursor.since(at))) return true;
	cursor.at = at;
	return false;
}
