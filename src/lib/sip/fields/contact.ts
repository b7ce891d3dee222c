import { parseAddress } from './address.ts';
import { splitList } from '../grammar/list.ts';
import type { Parameters } from '../grammar/parameters.ts';
import { deltaSeconds, wholeNumber } from '../grammar/whole-number.ts';

/** One binding as a Contact field names it (RFC 3261 §20.10, RFC 5626 §4.1). */
export interface Contact {
	uri: string;
	displayName?: string;
	expiresSeconds?: number;
	/** Preference, 0 to 1. */
	q?: number;
	/** The bare id of `+sip.instance="<urn:uuid:…>"`. */
	instance?: string;
	regId?: number;
	parameters: Parameters;
}

/**
 * Reads the values of all Contact fields of a message, each a list; `'*'` asks to remove every
 * binding (RFC 3261 §10.2.2). Elements without a URI are left out.
 */
export function parseContacts(values: readonly string[]): Contact[] | '*' {
	const elements = values.flatMap(splitList);
	if (elements.length === 1 && elements[0] === '*') return '*';
	return elements.flatMap((element) => parseContact(element) ?? []);
}

/** The bare id of a `+sip.instance` value: `<urn:uuid:ID>` → `ID`; another URN stays whole. */
export function instanceId(value: string): string {
	return value.replace(/^<(.*)>$/s, '$1').replace(/^urn:uuid:/i, '');
}

function parseContact(element: string): Contact | undefined {
	const address = parseAddress(element);
	if (address === undefined) return undefined;
	const { parameters } = address;
	const contact: Contact = { ...address };
	const expiresSeconds = deltaSeconds(parameters.get('expires'));
	if (expiresSeconds !== undefined) contact.expiresSeconds = expiresSeconds;
	const q = parameters.get('q');
	if (q !== undefined && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q)) contact.q = Number(q);
	const instance = parameters.get('+sip.instance');
	if (instance !== undefined) contact.instance = instanceId(instance);
	const regId = wholeNumber(parameters.get('reg-id'));
	if (regId !== undefined) contact.regId = regId;
	return contact;
}
