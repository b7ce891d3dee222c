import { BACKSLASH } from '../grammar/character.ts';
import { MOST_SECONDS } from '../grammar/whole-number.ts';
import type { Cursor } from './cursor.ts';
import { numberUpTo, parameters } from './parameters.ts';
import { seconds } from './words.ts';

const PARAMETERS = parameters(new Map([['duration', numberUpTo(MOST_SECONDS)]]));
const DELAY = seconds();

/** `18000 (in a meeting);duration=3600` (RFC 3261 §20.33). */
export function retryAfter(cursor: Cursor): boolean {
	if (!DELAY(cursor)) return false;
	cursor.skip();
	if (cursor.code === OPEN && !comment(cursor)) return false;
	return PARAMETERS(cursor);
}

const OPEN = 0x28;
const CLOSE = 0x29;

/** Passes a comment, which may hold others. */
function comment(cursor: Cursor): boolean {
	const start = cursor.at;
	for (let depth = 0; !cursor.isAtEnd; cursor.at++) {
		if (cursor.code === BACKSLASH) cursor.at++;
		else if (cursor.code === OPEN) depth++;
		else if (cursor.code === CLOSE && --depth === 0) {
			cursor.at++;
			return true;
		}
	}
	return cursor.fail('value-malformed', start);
}
