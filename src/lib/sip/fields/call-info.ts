import type { Parameters } from '../grammar/parameters.ts';
import { parseAddress } from './address.ts';

/** Something about the caller or callee (RFC 3261 §20.9). */
export interface CallInfo {
	/** What stands in brackets; RingCentral's edge has an id there. */
	uri: string;
	/** `icon`, `info`, `card` or another. */
	purpose?: string;
	/** `Answer-After=0` asks a phone to answer by itself. */
	answerAfter?: string;
	parameters: Parameters;
}

/** Reads one element of Call-Info; `undefined` if there is nothing in brackets. */
export function parseCallInfo(element: string): CallInfo | undefined {
	const address = parseAddress(element);
	if (address === undefined) return undefined;
	const { uri, parameters } = address;
	const purpose = parameters.get('purpose');
	const answerAfter = parameters.get('answer-after');
	return {
		uri,
		...(purpose !== undefined && { purpose }),
		...(answerAfter !== undefined && { answerAfter }),
		parameters
	};
}
