import { parseParameters } from '../grammar/parameters.ts';
import type { Check } from './check.ts';
import type { Cursor } from './cursor.ts';
import { parameters, tokenValue } from './parameters.ts';
import { callId } from './words.ts';

const PARAMETERS = parameters(
	new Map([
		['to-tag', tokenValue],
		['from-tag', tokenValue]
	])
);

/** A dialog, by Call-ID and the tags that `needed` names (RFC 3891 §6.1). */
export function dialogId(...needed: readonly string[]): Check {
	return (cursor: Cursor) => {
		const start = cursor.at;
		if (!callId(cursor)) return false;
		const from = cursor.at;
		if (!PARAMETERS(cursor)) return false;
		const given = parseParameters(cursor.since(from));
		return needed.every((tag) => given.has(tag)) || cursor.fail('value-malformed', start);
	};
}
