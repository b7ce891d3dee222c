import type { Direction } from '../../trace/entry.ts';
import { dateIn, type LogDate } from './console-date.ts';

/** The line of a log after which a message follows. */
export interface RecordBeginning {
	readonly direction: Direction;
	readonly date?: LogDate;
}

interface Marker {
	readonly pattern: RegExp;
	readonly direction: Direction;
}

/** What libraries print before a message, once their names for themselves are passed over. */
const MARKERS: readonly Marker[] = [
	// ringcentral-web-phone 2 and ringcentral-softphone, in debug mode.
	{ pattern: /(?:^|\s)Sending\.\.\.\s?\(.*\)\s*$/, direction: 'sent' },
	{ pattern: /(?:^|\s)Receiving\.\.\.\s?\(.*\)\s*$/, direction: 'received' },
	// SIP.js, and version 1 of the WebPhone, which is built on it.
	{ pattern: /\bsending WebSocket message:\s*$/i, direction: 'sent' },
	{ pattern: /\breceived WebSocket (?:text|binary) message:\s*$/i, direction: 'received' },
	// JsSIP.
	{ pattern: /\bTransport(?:\s\S+)? send(?:ing)?(?: message)?:?(?:\(\))?\s*$/i, direction: 'sent' },
	{
		pattern: /\bTransport(?:\s\S+)? received (?:text|binary) message:\s*$/i,
		direction: 'received'
	}
];

/** Whether a line begins a message, and what it tells of it. */
export function recordBeginning(line: string): RecordBeginning | undefined {
	if (line.length > LONGEST_MARKER) return undefined;
	const marker = MARKERS.find(({ pattern }) => pattern.test(line));
	if (marker === undefined) return undefined;
	const date = dateIn(line);
	return { direction: marker.direction, ...(date && { date }) };
}

const LONGEST_MARKER = 400;

/** A console names the place in the code before what was printed, and Firefox behind it. */
const PLACE = String.raw`[^\s:()]+(?:\.(?:m?[jt]sx?|svelte|vue|html?)(?:\?\S*?)?|\(index\)):\d+(?::\d+)?`;

const OTHER_RECORD = new RegExp(
	[
		String.raw`^\s*${PLACE}(?:\s|$)`,
		String.raw`^[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{4} \d{2}:\d{2}:\d{2} GMT`,
		String.raw`^\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}`,
		String.raw`^\S.* ${PLACE}$`
	].join('|')
);

/** Whether a line, after a message's head, begins another record of the console. */
export function isOtherRecord(line: string): boolean {
	return line.length <= LONGEST_MARKER && OTHER_RECORD.test(line);
}
