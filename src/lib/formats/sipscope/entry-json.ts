import type { Entry } from '../../trace/entry.ts';
import type { ReadEntry } from '../reading.ts';
import { base64, bytesOf } from '../bytes/base64.ts';

export type Json = Readonly<Record<string, unknown>>;

/**
 * An entry as a line of JSON: as it is, with bytes in base64. Lone surrogates and NUL are escaped, so that
 * all text comes back. Members that this version does not know are kept,
 * so that what a newer one wrote goes through an older one unharmed.
 */
export function printEntry(entry: Entry): string {
	if (entry.kind !== 'message' || entry.bytes === undefined) return JSON.stringify(entry);
	return JSON.stringify({ ...entry, bytes: base64(entry.bytes) });
}

/** The entry in a text; `undefined` where it is none. Its `seq` counts for nothing: its place tells it. */
export function parseEntry(text: string): ReadEntry | undefined {
	const value = parseJson(text);
	return value && entryIn(value);
}

/** The entry in a text, in its own place: one of a stream. `undefined` where it is none, or has no `seq`. */
export function parseStampedEntry(text: string): Entry | undefined {
	const value = parseJson(text);
	const seq = value?.['seq'];
	if (value === undefined || !Number.isSafeInteger(seq) || Number(seq) < 0) return undefined;
	const entry = entryIn(value);
	return entry && ({ ...entry, seq } as Entry);
}

/** The entry in a value, likewise. */
export function entryIn(entry: Json): ReadEntry | undefined {
	if (!Number.isSafeInteger(entry['at'])) return undefined;
	switch (entry['kind']) {
		case 'message':
			return withPayload(entry);
		case 'media':
			return typeof entry['callId'] === 'string' && isEvent(entry) ? known(entry) : undefined;
		case 'socket':
		case 'phone':
			return isEvent(entry) ? known(entry) : undefined;
		case 'loss':
			return typeof entry['reason'] === 'string' ? known(entry) : undefined;
		default:
			// One of a later version: evidence all the same.
			return typeof entry['kind'] === 'string' ? known(entry) : undefined;
	}
}

function withPayload(entry: Json): ReadEntry | undefined {
	const { direction, text, bytes } = entry;
	if (direction !== 'sent' && direction !== 'received') return undefined;
	if (typeof text === 'string' && bytes === undefined) return known(entry);
	const payload = typeof bytes === 'string' && text === undefined ? bytesOf(bytes) : undefined;
	return payload && known({ ...entry, bytes: payload });
}

function isEvent({ event }: Json): boolean {
	return typeof event === 'string';
}

function known(entry: Json): ReadEntry {
	return entry as unknown as ReadEntry;
}

/** The object in a text; `undefined` where it is none. */
export function parseJson(text: string): Json | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Json) : undefined;
	} catch {
		return undefined;
	}
}
