import type { Cursor } from './cursor.ts';

/** The pieces of `Sat, 13 Nov 2010 23:29:00 GMT` (RFC 3261 §20.17), in order. */
const PIECES = [
	/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), /y,
	/(?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} /y,
	/(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60) /y,
	/GMT/y
];

/** A date, always in GMT; what is reported begins with the first piece that is none. */
export function date(cursor: Cursor): boolean {
	for (const piece of PIECES) {
		piece.lastIndex = cursor.at;
		const [written] = piece.exec(cursor.text) ?? [];
		if (written === undefined) return cursor.fail('date-malformed');
		cursor.at += written.length;
	}
	return cursor.isAtEnd || cursor.fail('date-malformed');
}
