import { type Parameters, parseParameters } from '../grammar/parameters.ts';
import { wholeNumber } from '../grammar/whole-number.ts';

/** Why a request was sent, or a call ended (RFC 3326 §2). */
export interface Reason {
	/** What the cause is a number of: `SIP`, `Q.850`, `preemption`. */
	protocol: string;
	/** A status for `SIP`, a cause of ISDN for `Q.850`. */
	cause?: number;
	/** For people. */
	text?: string;
	parameters: Parameters;
}

/** Reads one element of Reason; `undefined` if it names no protocol. */
export function parseReason(element: string): Reason | undefined {
	const protocol = (element.split(';', 1)[0] ?? '').trim();
	if (protocol === '') return undefined;
	const parameters = parseParameters(element);
	const cause = wholeNumber(parameters.get('cause'));
	const text = parameters.get('text');
	return {
		protocol,
		...(cause !== undefined && { cause }),
		...(text !== undefined && { text }),
		parameters
	};
}
