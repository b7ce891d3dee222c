import { COMMA } from '../grammar/character.ts';
import type { Cursor } from './cursor.ts';

/**
 * Reads one thing at the cursor. What is wrong there is reported and passed; `false` says that
 * something was.
 */
export type Check = (cursor: Cursor) => boolean;

/** A value that is one element. */
export function oneOf(element: Check): Check {
	return (cursor) => {
		if (cursor.isAtEnd) return cursor.fail('value-malformed');
		return element(cursor) && cursor.elementEnds();
	};
}

/** A value of elements with commas between them (RFC 3261 §7.3.1). */
export function listOf(element: Check): Check {
	const filled = possiblyEmptyListOf(element);
	return (cursor) => (cursor.isAtEnd ? cursor.fail('value-malformed') : filled(cursor));
}

/** The same, where the grammar lets the list be empty, as that of Allow. */
export function possiblyEmptyListOf(element: Check): Check {
	return (cursor) => {
		cursor.inList = true;
		if (cursor.isAtEnd) return true;
		if (cursor.isAt(COMMA)) cursor.superfluous(cursor.at);
		let sound = true;
		do {
			if (cursor.isAtEnd) break;
			sound = element(cursor) && cursor.elementEnds() && sound;
		} while (cursor.nextElement());
		return sound;
	};
}
