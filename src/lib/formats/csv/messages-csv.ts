import { textOf } from '../../analysis/entry-text.ts';
import { Phones } from '../../analysis/phones.ts';
import { byteLength } from '../../sip/grammar/byte-length.ts';
import { type MessageHead, scanHead } from '../../sip/head.ts';
import type { Annotation } from '../../trace/annotation.ts';
import type { MessageEntry } from '../../trace/entry.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { utcTime } from '../utc-time.ts';
import { BEGINNING, type Column, printNames, printRow } from './record.ts';

/** A line for each message, with its text: for spreadsheets, and for scripts that know no SIP. */
export const messagesCsv: TraceFormat = {
	id: 'messages-csv',
	name: 'CSV of messages',
	extensions: ['.messages.csv', '.csv'],
	writer: {
		loses: [
			'what sockets, phones and media did, and where evidence is missing: it holds messages alone',
			'which frames were binary: what is no text is written as one, a character a byte',
			'halves of characters, which UTF-8 cannot hold'
		],
		write
	}
};

interface MessageRow {
	readonly entry: MessageEntry;
	readonly text: string;
	readonly head: MessageHead;
	/** Name of the phone, or its id where nothing names it. */
	readonly phone: string | undefined;
	readonly annotation: Annotation | undefined;
}

const COLUMNS: readonly Column<MessageRow>[] = [
	{ name: 'seq', of: ({ entry }) => entry.seq },
	{ name: 'time', of: ({ entry }) => utcTime(entry.at) },
	{ name: 'approximate', of: ({ entry }) => (entry.approximate ? 'yes' : '') },
	{ name: 'phone', of: ({ phone }) => phone },
	{ name: 'instance', of: ({ entry }) => entry.instance },
	{ name: 'connection', of: ({ entry }) => entry.connection },
	{ name: 'direction', of: ({ entry }) => entry.direction },
	{ name: 'undelivered', of: ({ entry }) => (entry.undelivered ? 'yes' : '') },
	{ name: 'source', of: ({ entry }) => entry.path?.source },
	{ name: 'destination', of: ({ entry }) => entry.path?.destination },
	{ name: 'transport', of: ({ entry }) => entry.path?.transport },
	{ name: 'kind', of: ({ head }) => head.kind },
	{ name: 'method', of: ({ head }) => head.method },
	{ name: 'status', of: ({ head }) => (head.kind === 'response' ? head.status : undefined) },
	{ name: 'reason', of: ({ head }) => head.reason },
	{ name: 'request_uri', of: ({ head }) => head.uri },
	{ name: 'call_id', of: ({ head }) => head.callId },
	{ name: 'cseq', of: ({ head }) => (head.cseq < 0 ? undefined : head.cseq) },
	{ name: 'from', of: ({ head }) => head.from },
	{ name: 'to', of: ({ head }) => head.to },
	{ name: 'branch', of: ({ head }) => head.branch },
	{ name: 'contact', of: ({ head }) => head.contact },
	{ name: 'content_type', of: ({ head }) => head.contentType },
	{ name: 'bytes', of: ({ entry }) => entry.bytes?.length ?? byteLength(entry.text ?? '') },
	{ name: 'bookmarked', of: ({ annotation }) => (annotation?.bookmarked ? 'yes' : '') },
	{ name: 'note', of: ({ annotation }) => annotation?.note },
	{ name: 'message', of: ({ text }) => text }
];

async function* write({ annotations, batches }: TraceToWrite): AsyncGenerator<string> {
	const bySeq = new Map(annotations.map((annotation) => [annotation.seq, annotation]));
	const phones = new Phones();
	yield BEGINNING + printNames(COLUMNS);
	for await (const batch of batches()) {
		let lines = '';
		for (const entry of batch) {
			if (entry.kind === 'phone') phones.note(entry);
			if (entry.kind !== 'message') continue;
			const text = textOf(entry);
			const name = phones.byId.get(entry.phone ?? '')?.name ?? entry.phone;
			const annotation = bySeq.get(entry.seq);
			lines += printRow(COLUMNS, { entry, text, head: scanHead(text), phone: name, annotation });
		}
		if (lines !== '') yield lines;
	}
}
