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
	const elements: string[] = [];
	for (const value of values) elements.push(...splitList(value));
	if (elements.length === 1 && elements[0] === '*') return '*';
	const contacts: Contact[] = [];
	for (const element of elements) {
		const contact = parseContact(element);
		if (contact) contacts.push(contact);
	}
	return contacts;
}

/** The bare id of a `+sip.instance` value: `<urn:uuid:ID>` → `ID`; another URN stays whole. */
export function instanceId(value: string): string {
	const urn = value.startsWith('<') && value.endsWith('>') ? value.slice(1, -1) : value;
	return /^urn:uuid:/i.test(urn) ? urn.slice('urn:uuid:'.length) : urn;
}

function parseContact(element: string): Contact | undefined {
	const address = parseAddress(element);
	if (address === undefined) return undefined;
	const { uri, displayName, parameters } = address;
	const instance = parameters.get('+sip.instance');
	return {
		uri,
		displayName,
		expiresSeconds: deltaSeconds(parameters.get('expires')),
		q: preference(parameters.get('q')),
		instance: instance === undefined ? undefined : instanceId(instance),
		regId: wholeNumber(parameters.get('reg-id')),
		parameters
	};
}

/** A `qvalue` (RFC 3261 §25.1). */
function preference(text: string | undefined): number | undefined {
	return text !== undefined && /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(text)
		? Number(text)
		: undefined;
}
