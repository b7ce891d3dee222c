import { address } from './address.ts';
import { listOf } from './check.ts';
import type { Cursor } from './cursor.ts';
import { type ValueRule, numberUpTo } from './parameters.ts';
import { MOST_SECONDS } from '../grammar/whole-number.ts';

const BINDINGS = listOf(
	address({
		bare: true,
		headers: true,
		parameters: new Map<string, ValueRule>([
			['expires', numberUpTo(MOST_SECONDS)],
			['q', preference],
			['reg-id', numberUpTo(2 ** 31 - 1)]
		])
	})
);

/** A list of addresses, or a star by itself (RFC 3261 §20.10, RFC 5626 §4.1). */
export function contact(cursor: Cursor): boolean {
	if (cursor.text.slice(cursor.at, cursor.end) === '*') return true;
	return BINDINGS(cursor);
}

/** 0 to 1, with three decimals at most. */
function preference(written = ''): ReturnType<ValueRule> {
	return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(written) ? undefined : 'parameter-malformed';
}
