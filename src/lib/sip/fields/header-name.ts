/** Compact forms and what they stand for (RFC 3261 §7.3.3 and IANA's registry of SIP headers). */
const COMPACT_FORMS: ReadonlyMap<string, string> = new Map([
	['a', 'accept-contact'],
	['b', 'referred-by'],
	['c', 'content-type'],
	['d', 'request-disposition'],
	['e', 'content-encoding'],
	['f', 'from'],
	['i', 'call-id'],
	['j', 'reject-contact'],
	['k', 'supported'],
	['l', 'content-length'],
	['m', 'contact'],
	['n', 'identity-info'],
	['o', 'event'],
	['r', 'refer-to'],
	['s', 'subject'],
	['t', 'to'],
	['u', 'allow-events'],
	['v', 'via'],
	['x', 'session-expires'],
	['y', 'identity']
]);

/** All names that a field goes by, in lower case. */
export function namesOf(name: string): string[] {
	const long = comparableName(name);
	const compact = [...COMPACT_FORMS].flatMap(([form, of]) => (of === long ? [form] : []));
	return [long, ...compact];
}

/** The name to compare by: long form, lower case. */
export function comparableName(name: string): string {
	const lower = name.toLowerCase();
	return lower.length === 1 ? (COMPACT_FORMS.get(lower) ?? lower) : lower;
}
