import { textOf } from '../../analysis/entry-text.ts';
import { isStartLine } from '../../sip/framing.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import { type Instant, MILLISECOND } from '../../trace/instant.ts';
import type { TraceToWrite, TraceWriter } from '../format.ts';

/** Writes what ringcentral-web-phone 2 prints of its messages in debug mode. */
export const consoleWriter: TraceWriter = {
	loses: [
		'times within a second, and spread by their order when read again',
		'who saw a message: phone, instance, connection and addresses',
		'messages that are no SIP, and that one never left its phone',
		'line ends that are not CR LF, what is not UTF-8, and what follows a message’s end',
		'events of phones, sockets and media, and losses',
		'bookmarks and notes'
	],
	write
};

async function* write({ batches }: TraceToWrite): AsyncGenerator<string> {
	for await (const batch of batches()) {
		let printed = '';
		for (const entry of batch) if (entry.kind === 'message') printed += print(entry);
		if (printed !== '') yield printed;
	}
}

function print(entry: MessageEntry): string {
	const message = textOf(entry);
	if (!isStartLine(message, 0)) return '';
	const verb = entry.direction === 'sent' ? 'Sending' : 'Receiving';
	return `${verb}...(${printedDate(entry.at)})\n${message}\n`;
}

/** As a browser in UTC prints a Date: `Tue Nov 24 2026 10:00:00 GMT+0000 (Coordinated Universal Time)`. */
function printedDate(at: Instant): string {
	const [weekday = '', day, month, year, time] = new Date(at / MILLISECOND)
		.toUTCString()
		.split(' ');
	return `${weekday.slice(0, 3)} ${month} ${day} ${year} ${time} GMT+0000 (Coordinated Universal Time)`;
}
