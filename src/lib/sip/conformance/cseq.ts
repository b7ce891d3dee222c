import { isDigit } from '../grammar/character.ts';
import { type Cursor, isWhite } from './cursor.ts';

/** CSeq numbers are below 2^31 (RFC 3261 §8.1.1.5). */
const MOST = 2 ** 31 - 1;

/** `4711 INVITE` (RFC 3261 §20.16), of a request with that method; of any where it is absent. */
export function cseq(cursor: Cursor, method: string | undefined): boolean {
	const start = cursor.at;
	while (isDigit(cursor.code)) cursor.at++;
	const number = cursor.since(start);
	if (number === '' || !isWhite(cursor.code)) return cursor.fail('cseq-malformed', start);
	if (Number(number) > MOST) {
		cursor.report('number-out-of-range', start, cursor.at);
	}
	cursor.skip();
	const nameStart = cursor.at;
	if (!cursor.token() || !cursor.isAtEnd) return cursor.fail('cseq-malformed', nameStart);
	if (method !== undefined && cursor.since(nameStart) !== method) {
		cursor.report('cseq-method-mismatch', nameStart, cursor.at);
	}
	return true;
}
