import type { PrivateKind } from '../replacer.ts';
import { ipAddressKey } from '../text/ip-address.ts';
import {
	digitsOf,
	isNorthAmerican,
	isWrittenNumber,
	numberKey,
	writtenLike
} from '../text/phone-number.ts';

/** A value apart from how it is written: `+1 (650) 555-0100` and `6505550100` have one key. */
export interface ValueForm {
	/** That of a number may come under any other. */
	readonly kind: PrivateKind;
	/** The same for all ways to write the value, whatever it is the value of. */
	readonly key: string;
}

/** What these hold is nothing that is dialled, even where it is all digits. */
const SECRETS: ReadonlySet<PrivateKind> = new Set(['digest', 'key', 'password']);

export function valueForm(kind: PrivateKind, text: string): ValueForm {
	const address = SECRETS.has(kind) ? undefined : ipAddressKey(text);
	if (address !== undefined) return { kind: 'ip', key: address };
	if (kind === 'number' || (!SECRETS.has(kind) && isWrittenNumber(text))) {
		return { kind: 'number', key: numberKey(text) };
	}
	if (/^\d{1,6}$/.test(text) && (kind === 'user' || kind === 'name'))
		return { kind: 'extension', key: text };
	return { kind, key: kind === 'host' ? text.toLowerCase().replace(/\.$/, '') : text };
}

/** A key in the form in which a text writes another. */
export function writtenAs({ kind }: ValueForm, text: string, key: string): string {
	if (kind === 'ip') return key.replace(/(?::0)+:/, '::');
	if (kind !== 'number') return key;
	const digits = digitsOf(text);
	const isWithCountry = digits.length === 11 && isNorthAmerican(digits);
	return writtenLike(text, isWithCountry ? `1${key}` : key);
}
