import { SLASH } from '../grammar/character.ts';
import type { Check } from './check.ts';
import { type Cursor, isWhite } from './cursor.ts';
import { isIpv4, isIpv6 } from './host.ts';
import { hostPortProblem } from './host-port.ts';
import { type ValueRule, numberUpTo, parameters, tokenValue } from './parameters.ts';

const PARAMETERS = parameters(
	new Map<string, ValueRule>([
		['branch', branch],
		['received', received],
		['rport', rport],
		['ttl', numberUpTo(255)]
	])
);

/** One hop: `SIP/2.0/WSS host:port` with parameters (RFC 3261 §20.42, RFC 3581 §3). */
export const via: Check = (cursor) => protocol(cursor) && sentBy(cursor) && PARAMETERS(cursor);

/** `name/version/transport`, with white space around the slashes and after it. */
function protocol(cursor: Cursor): boolean {
	const start = cursor.at;
	const sound =
		cursor.token() &&
		cursor.separator(SLASH) >= 0 &&
		cursor.token() &&
		cursor.separator(SLASH) >= 0 &&
		cursor.token() &&
		isWhite(cursor.code);
	if (!sound) return cursor.fail('via-malformed', start);
	cursor.skip();
	return true;
}

/** White space may be around the colon; then a problem is told of all of it. */
function sentBy(cursor: Cursor): boolean {
	const start = cursor.at;
	if (cursor.isAtSeparator) return cursor.fail('via-malformed', start);
	while (!cursor.isAtSeparator) cursor.at++;
	const written = cursor.since(start).trimEnd();
	const place = /\s/.test(written) ? withoutSpaces(written) : written;
	const wrong = hostPortProblem(place);
	if (wrong === undefined) return true;
	if (place === written) cursor.report(wrong.code, start + wrong.start, start + wrong.end);
	else cursor.report(wrong.code, start, start + written.length);
	return true;
}

function withoutSpaces(place: string): string {
	return place
		.split(':')
		.map((part) => part.trim())
		.join(':');
}

const PORT = numberUpTo(65_535);

/** Without a value it asks for one (RFC 3581 §3). */
function rport(written: string | undefined): ReturnType<ValueRule> {
	return written === undefined ? undefined : PORT(written);
}

/** A branch that begins with the magic cookie goes on after it (RFC 3261 §8.1.1.7). */
function branch(written: string | undefined): ReturnType<ValueRule> {
	if (written?.toLowerCase() === 'z9hg4bk') return 'branch-incomplete';
	return tokenValue(written);
}

/** An IP address; IPv6 with brackets as well as without, since both are about (RFC 5118 §4.5). */
function received(written = ''): ReturnType<ValueRule> {
	const address = /^\[(.*)\]$/s.exec(written)?.[1] ?? written;
	return isIpv4(written) || isIpv6(address) ? undefined : 'parameter-malformed';
}
