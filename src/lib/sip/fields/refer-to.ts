import { header } from '../message.ts';
import { type SipUri, parseUri } from '../uri.ts';
import { type Address, parseAddress } from './address.ts';
import { type Replaces, parseReplaces } from './replaces.ts';

/** Whom to send a request to (RFC 3515 §2.1). */
export interface ReferTo extends Address {
	/** The URI in its parts; absent where it is of another scheme. */
	target?: SipUri;
	/** What to send: `INVITE`, unless the URI says another. */
	method: string;
	/** The dialog to replace, in a transfer with consultation (RFC 5589 §7). */
	replaces?: Replaces;
}

/** `undefined` if there is no URI. */
export function parseReferTo(value: string): ReferTo | undefined {
	const address = parseAddress(value);
	if (address === undefined) return undefined;
	const target = parseUri(address.uri);
	if (target === undefined) return { ...address, method: 'INVITE' };
	const replaces = parseReplaces(header(target, 'Replaces') ?? '');
	const method = target.parameters.get('method') ?? 'INVITE';
	return { ...address, target, method, ...(replaces && { replaces }) };
}
