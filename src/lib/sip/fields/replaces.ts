import { type Parameters, parseParameters } from '../grammar/parameters.ts';

/** The dialog that another is to take the place of (RFC 3891 §6.1), as the one it replaces has it. */
export interface Replaces {
	callId: string;
	toTag: string;
	fromTag: string;
	/** Only while it is not confirmed. */
	earlyOnly: boolean;
	parameters: Parameters;
}

/**
 * Reads Replaces, as a field or as the header of a URI, where `parseUri` has decoded it. `undefined` if
 * it names no Call-ID; a missing tag is `''`.
 */
export function parseReplaces(value: string): Replaces | undefined {
	const callId = (value.split(';', 1)[0] ?? '').trim();
	if (callId === '') return undefined;
	const parameters = parseParameters(value);
	return {
		callId,
		toTag: parameters.get('to-tag') ?? '',
		fromTag: parameters.get('from-tag') ?? '',
		earlyOnly: parameters.has('early-only'),
		parameters
	};
}
