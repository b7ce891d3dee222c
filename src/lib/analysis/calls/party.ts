import { parseAddress } from '../../sip/fields/address.ts';
import { parseUri } from '../../sip/uri.ts';
import { extensionOf } from '../../ringcentral/extension.ts';
import type { Party } from './call.ts';
import type { CommandContent } from '../content.ts';
import { ownString } from '../own-string.ts';

/**
 * Who a From or To value names. An extension's user name (`16505550100*101`) counts as its extension
 * number. What the address leaves out, RingCentral's command may tell of a caller.
 */
export function partyOf(value: string, told?: CommandContent): Party {
	const address = parseAddress(value);
	const uri = address?.uri ?? '';
	const user = parseUri(uri)?.user ?? '';
	const number = ownString(extensionOf(user) ?? (user || told?.phoneNumber || ''));
	const name = address?.displayName ?? told?.callerName;
	const party = { number, uri: ownString(uri) };
	return name === undefined ? party : { ...party, name: ownString(name) };
}
