import { type Address, parseAddress } from './address.ts';

/** Who asked for a request by a REFER (RFC 3892 §3). */
export interface ReferredBy extends Address {
	/** The Content-ID of the body part that proves it. */
	contentId?: string;
}

/** `undefined` if there is no URI. */
export function parseReferredBy(value: string): ReferredBy | undefined {
	const address = parseAddress(value);
	const contentId = address?.parameters.get('cid');
	return address && { ...address, ...(contentId !== undefined && { contentId }) };
}
