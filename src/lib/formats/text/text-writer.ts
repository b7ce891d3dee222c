import { textOf } from '../../analysis/entry-text.ts';
import type { Entry, LossEntry, MessageEntry } from '../../trace/entry.ts';
import type { TraceToWrite, TraceWriter } from '../format.ts';
import { SeenPhones } from '../seen-phones.ts';
import { utcTime } from '../utc-time.ts';

/**
 * Writes a trace to be read by people: before each message a line with its time and between whom it went,
 * the phone to the left of the arrow.
 *
 *     2026-05-28T20:26:40.123456Z  Alice → wss://sip.example.com:8083
 *     # a note
 *     REGISTER sip:sip.example.com SIP/2.0
 */
export const textWriter: TraceWriter = {
	loses: [
		'the instance and the id of a connection: phones are told by their names',
		'messages that are no SIP, when read again, and that one never left its phone',
		'line ends that are not CR LF, what is not UTF-8, and what follows a message’s end',
		'events of phones, sockets and media',
		'bookmarks without a note; notes and losses are remarks'
	],
	write
};

async function* write({ header, annotations, batches }: TraceToWrite): AsyncGenerator<string> {
	const notes = new Map(annotations.map(({ seq, note }) => [seq, note]));
	const phones = new SeenPhones();
	yield remark(header.name);
	for await (const batch of batches()) {
		let text = '';
		for (const entry of batch) {
			phones.take(entry);
			text += printed(entry, phones, notes.get(entry.seq) ?? '');
		}
		if (text !== '') yield text;
	}
}

function printed(entry: Entry, phones: SeenPhones, note: string): string {
	const about = note === '' ? '' : remark(note);
	if (entry.kind === 'message') {
		return `\n${utcTime(entry.at)}  ${way(entry, phones)}\n${about}${textOf(entry)}\n`;
	}
	return entry.kind === 'loss' ? `\n${remark(lossWords(entry))}${about}` : '';
}

function way(entry: MessageEntry, phones: SeenPhones): string {
	const { direction, path } = entry;
	const arrow = direction === 'sent' ? '→' : '←';
	if (path !== undefined) {
		const { source, destination, transport } = path;
		const [phone, peer] = direction === 'sent' ? [source, destination] : [destination, source];
		return `${phone} ${arrow} ${peer} ${transport}`;
	}
	const phone = oneLine(phones.nameOf(entry) ?? '') || 'phone';
	return `${phone} ${arrow} ${oneLine(phones.urlOf(entry) ?? '') || 'proxy'}`;
}

function lossWords({ at, reason, count, detail }: LossEntry): string {
	const what = count === undefined ? 'entries' : `${count} ${count === 1 ? 'entry' : 'entries'}`;
	return `${utcTime(at)}  ${what} missing: ${reason}${detail === undefined ? '' : `, ${detail}`}`;
}

function remark(text: string): string {
	const lines = text.split(/\r\n|[\n\r]/);
	return lines.map((line) => `# ${line}\n`).join('');
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}
