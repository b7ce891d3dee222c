import { type Parameters, parseParameters } from '../grammar/parameters.ts';
import { deltaSeconds } from '../grammar/whole-number.ts';

/** A session timer (RFC 4028 §4, §5). */
export interface SessionExpires {
	seconds: number;
	/** Who keeps the session alive; absent in Min-SE, and where it is not agreed yet. */
	refresher?: 'uac' | 'uas';
	parameters: Parameters;
}

/** Reads Session-Expires or Min-SE; `undefined` if it begins with no number. */
export function parseSessionExpires(value: string): SessionExpires | undefined {
	const seconds = deltaSeconds(value.split(';', 1)[0]?.trim());
	if (seconds === undefined) return undefined;
	const parameters = parseParameters(value);
	const refresher = parameters.get('refresher')?.toLowerCase();
	const known = refresher === 'uac' || refresher === 'uas';
	return { seconds, ...(known && { refresher }), parameters };
}
