import type { ByteSource } from '../bytes/byte-source.ts';
import { readLines } from '../bytes/lines.ts';
import { readText } from '../bytes/text.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { FormatError } from '../format-error.ts';
import type { Reading } from '../reading.ts';
import { printAnnotationLine } from './annotation-json.ts';
import { EntryReader } from './entry-reader.ts';
import { printEntry } from './entry-json.ts';
import { BEGINNING, printHeader, readHeader } from './header-json.ts';

/**
 * JSON Lines: the header's line, then a line for each annotation and each entry, so that a trace can be
 * written as it grows.
 */
export const sipscopeLines: TraceFormat = {
	id: 'sipscope-lines',
	name: 'Sipscope trace, as JSON Lines',
	extensions: ['.sipscope.jsonl', '.jsonl', '.ndjson'],
	reader: {
		sniff: ({ text }) => BEGINNING.test(text) && /^[^\n]*\}[ \t\r]*(\n|$)/.test(text),
		read
	},
	writer: { loses: [], write }
};

async function* read(file: ByteSource): AsyncGenerator<Reading> {
	const entries = new EntryReader();
	let number = 0;
	for await (const lines of readLines(readText(file.chunks()))) {
		let from = 0;
		if (number === 0) {
			yield { header: readHeader(headerIn(lines[0] ?? '')) };
			from = 1;
		}
		const first = number + 1;
		number += lines.length;
		yield {
			entries: lines
				.slice(from)
				.flatMap((line, at) =>
					line.trim() === '' ? [] : entries.read(line, `line ${first + from + at}`)
				),
			...entries.takeAnnotations()
		};
	}
	const { leftOut } = entries;
	if (leftOut) yield { leftOut };
}

function headerIn(line: string): Record<string, unknown> {
	try {
		return JSON.parse(line) as Record<string, unknown>;
	} catch {
		throw new FormatError('json-malformed', 'line 1');
	}
}

async function* write({ header, annotations, batches }: TraceToWrite): AsyncGenerator<string> {
	yield `{${printHeader(header)}}\n`;
	for (const annotation of annotations) yield `${printAnnotationLine(annotation)}\n`;
	for await (const batch of batches()) {
		if (batch.length > 0) yield batch.map((entry) => `${printEntry(entry)}\n`).join('');
	}
}
