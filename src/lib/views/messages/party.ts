import { extensionOf } from '../../ringcentral/extension.ts';
import { parseAddress } from '../../sip/fields/address.ts';
import { parseUri } from '../../sip/uri.ts';

/** Someone a message is from or to, as short as a list wants it. */
export interface PartyLabel {
	/** An extension, a telephone number, a user name; the host where there is no user. */
	number: string;
	name?: string;
}

/** Reads the value of From or To; `undefined` where there is none, or it cannot be read. */
export function partyLabel(value: string): PartyLabel | undefined {
	const address = value === '' ? undefined : parseAddress(value);
	if (!address) return undefined;
	const uri = parseUri(address.uri);
	const user = uri?.user;
	const number = user ? (extensionOf(user) ?? user) : (uri?.host ?? address.uri);
	const name = address.displayName;
	return name === undefined || name === number ? { number } : { number, name };
}
