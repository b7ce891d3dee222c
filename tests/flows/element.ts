/** One element of a flow (RFC 3261 §6): a user agent, a proxy, a registrar, a redirect server. */
export interface Element {
	readonly name: string;
	readonly host: string;
	/** Address-of-record of a user agent; the others speak in nobody's name. */
	readonly address?: string;
	/** Forwards what it gets, where it can. */
	readonly proxy?: true;
}

/** Who takes part in the flows of RFC 3665, under reserved names. */
export const ELEMENTS = {
	alice: { name: 'alice', host: 'client.example.com', address: 'sip:alice@example.com' },
	bob: { name: 'bob', host: 'client.example.net', address: 'sip:bob@example.net' },
	carol: { name: 'carol', host: 'desk.example.net', address: 'sip:bob@example.net' },
	registrar: { name: 'registrar', host: 'registrar.example.net' },
	redirect: { name: 'redirect', host: 'redirect.example.com' },
	proxy1: { name: 'proxy1', host: 'ss1.example.com', proxy: true },
	proxy2: { name: 'proxy2', host: 'ss2.example.net', proxy: true }
} as const satisfies Record<string, Element>;

export type ElementName = keyof typeof ELEMENTS;

export function elementOf(name: string): Element {
	if (!Object.hasOwn(ELEMENTS, name)) throw new Error(`No element is called '${name}'.`);
	return ELEMENTS[name as ElementName];
}

/** Its Contact, without the brackets. */
export function contactOf({ name, host }: Element): string {
	return `sip:${name}@${host}`;
}
