import { type Parameters, parseParameters } from '../grammar/parameters.ts';

/** How to ring (RFC 3261 §20.4). */
export interface AlertInfo {
	/** Where the tone is, or what it is by name: `urn:alert:service:normal` (RFC 7462). */
	uri?: string;
	/** What stands there instead of a URI: `Auto Answer` from RingCentral's edge. */
	words?: string;
	parameters: Parameters;
}

/** Reads one element of Alert-Info. */
export function parseAlertInfo(element: string): AlertInfo {
	const [, uri, after] = /^\s*<([^>]*)>?(.*)$/s.exec(element) ?? [];
	if (uri !== undefined) return { uri, parameters: parseParameters(after ?? '') };
	const words = (element.split(';', 1)[0] ?? '').trim();
	return { words, parameters: parseParameters(element) };
}
