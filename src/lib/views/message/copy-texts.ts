import { textOf } from '../../analysis/entry-text.ts';
import type { SeenMessage } from '../../analysis/seen-message.ts';
import { formatTimeOfDay } from '../time/time-format.ts';
import { hexRows } from './hex-rows.ts';
import { nameOf } from './message-title.ts';

/** What of a message is copied: as it was seen, or redacted. */
export type CopiedMessage = Pick<SeenMessage, 'entry' | 'head'>;

/** The message exactly as it was on the wire; of bytes that are no text, their dump. */
export function messageText({ entry }: CopiedMessage): string {
	return entry.bytes ? hexRows(entry.bytes).join('\n') : entry.text;
}

export function startLine({ entry }: CopiedMessage): string {
	return /^\s*([^\r\n]*)/.exec(textOf(entry))?.[1] ?? '';
}

/** For a ticket: who sent it when, and the message in a fence. */
export function markdown(message: CopiedMessage, phone: string | undefined, link: string): string {
	const { direction, at } = message.entry;
	const by = phone === undefined ? '' : ` by ${phone}`;
	const text = messageText(message).replace(/\r\n/g, '\n').replace(/\n*$/, '\n');
	const fence = '`'.repeat(Math.max(3, longestFence(text) + 1));
	return [
		`**${nameOf(message)}** ${direction}${by} at ${formatTimeOfDay(at)} ([link](${link}))`,
		'',
		`${fence}sip`,
		`${text}${fence}`,
		''
	].join('\n');
}

function longestFence(text: string): number {
	return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
