/** The methods of IANA's registry (RFC 3261 §7.1 and its extensions), the most frequent first. */
const METHODS = [
	'INVITE',
	'REGISTER',
	'ACK',
	'BYE',
	'MESSAGE',
	'INFO',
	'CANCEL',
	'REFER',
	'NOTIFY',
	'OPTIONS',
	'SUBSCRIBE',
	'UPDATE',
	'PRACK',
	'PUBLISH'
];

/**
 * The method written from `start` to `end`. A known one is always the same string: methods are
 * compared at every turn, which then looks at no letter, and none keeps a message's text alive.
 */
export function methodIn(text: string, start: number, end: number): string {
	const length = end - start;
	for (const method of METHODS) {
		if (method.length === length && text.startsWith(method, start)) return method;
	}
	return text.slice(start, end);
}
