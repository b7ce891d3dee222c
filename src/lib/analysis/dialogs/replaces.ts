import { parseParameters } from '../../sip/grammar/parameters.ts';

/** The dialog whose place a new one is to take (RFC 3891 §6.1), as whoever is asked sees it. */
export interface ReplacedDialog {
	readonly callId: string;
	/** The local tag of whoever is asked. */
	readonly toTag: string;
	readonly fromTag: string;
	/** Only while it is early. */
	readonly earlyOnly: boolean;
}

/** Reads a Replaces value: `id@host;to-tag=…;from-tag=…`. */
export function parseReplaces(value: string): ReplacedDialog {
	const parameters = parseParameters(value);
	return {
		callId: value.split(';', 1)[0]?.trim() ?? '',
		toTag: parameters.get('to-tag') ?? '',
		fromTag: parameters.get('from-tag') ?? '',
		earlyOnly: parameters.has('early-only')
	};
}
