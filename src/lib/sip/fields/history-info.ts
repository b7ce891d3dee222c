import { header } from '../message.ts';
import { parseUri } from '../uri.ts';
import { type Address, parseAddress } from './address.ts';
import { type Reason, parseReason } from './reason.ts';

/** One target that a request was sent to on its way (RFC 7044 §5). */
export interface HistoryEntry extends Address {
	/** `1.2.1`: which branch of which it is; `''` where it is missing. */
	index: string;
	/** Why it was not reached, from the URI's own header. */
	reason?: Reason;
	/** The entry that it was derived from, and how: `mp`, `rc` or `np`. */
	from?: { index: string; how: 'mp' | 'rc' | 'np' };
}

/** Reads one element of History-Info; `undefined` if there is no URI. */
export function parseHistoryEntry(element: string): HistoryEntry | undefined {
	const address = parseAddress(element);
	if (address === undefined) return undefined;
	const target = parseUri(address.uri);
	const reason = parseReason((target && header(target, 'Reason')) ?? '');
	const how = (['mp', 'rc', 'np'] as const).find((name) => address.parameters.has(name));
	const from = how && { index: address.parameters.get(how) ?? '', how };
	return {
		...address,
		index: address.parameters.get('index') ?? '',
		...(reason && { reason }),
		...(from && { from })
	};
}
