import type { MessageEntry } from '../trace/entry.ts';

/**
 * A message entry's text. Bytes come back one character each: SIP's own words are ASCII, so a head
 * can be read of them, whatever a body or a display name holds.
 */
export function textOf(entry: MessageEntry): string {
	if (entry.text !== undefined) return entry.text;
	let text = '';
	for (let at = 0; at < entry.bytes.length; at += CHUNK) {
		text += String.fromCharCode(...entry.bytes.subarray(at, at + CHUNK));
	}
	return text;
}

/** As many arguments as any engine takes at once. */
const CHUNK = 8192;
