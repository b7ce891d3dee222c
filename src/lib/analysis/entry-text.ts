import { wireText } from '../sip/wire.ts';
import type { MessageEntry } from '../trace/entry.ts';

/** A message entry's text; that of bytes which are not UTF-8 has one character a byte. */
export function textOf(entry: MessageEntry): string {
	return entry.text ?? wireText(entry.bytes).text;
}
