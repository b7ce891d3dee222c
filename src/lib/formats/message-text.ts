import { splitMessages } from '../sip/split-messages.ts';
import { isStartLine } from '../sip/framing.ts';
import { MILLISECOND } from '../trace/instant.ts';
import type { ByteSource } from './bytes/byte-source.ts';
import { readText } from './bytes/text.ts';
import { FormatError } from './format-error.ts';
import type { TraceFormat } from './format.ts';
import type { ReadEntry, Reading } from './reading.ts';

/** SIP messages one after another and nothing else: one that was pasted, say. */
export const messageText: TraceFormat = {
	id: 'messages',
	name: 'SIP messages as text',
	extensions: ['.sip', '.txt'],
	reader: { sniff: ({ text }) => isStartLine(text.trimStart(), 0), read }
};

/** Text that was pasted, not a log of days: it is taken apart as a whole. */
const LONGEST = 64 * 1024 * 1024;

async function* read(file: ByteSource): AsyncGenerator<Reading> {
	let text = '';
	for await (const chunk of readText(file.chunks())) {
		text += chunk;
		if (text.length > LONGEST) throw new FormatError('value-too-long');
	}
	const pieces = splitMessages(withReturns(text.trimStart()));
	const messages = pieces.filter(({ kind }) => kind !== 'keep-alive');
	yield { entries: messages.map(({ wire }, index) => entryOf(wire, index, file.modifiedAt ?? 0)) };
}

/** Who copies a text mostly loses its CRs. */
function withReturns(text: string): string {
	return text.includes('\r\n') ? text : text.replaceAll('\n', '\r\n');
}

/** Text alone does not tell which way a message went; times are those of its place. */
function entryOf(text: string, index: number, from: number): ReadEntry {
	const at = from + index * MILLISECOND;
	return { kind: 'message', direction: 'received', text, at, approximate: true };
}
