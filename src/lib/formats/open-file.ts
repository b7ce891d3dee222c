import type { ByteSource } from './bytes/byte-source.ts';
import { gunzip, isGzip } from './bytes/gunzip.ts';
import { readHead } from './bytes/head.ts';
import { textOfHead } from './bytes/text.ts';
import { FormatError } from './format-error.ts';
import type { TraceFormat } from './format.ts';
import { FORMATS } from './formats.ts';
import type { Reading } from './reading.ts';

export interface OpenedFile {
	readonly format: TraceFormat;
	readings(): AsyncIterable<Reading>;
}

/**
 * Finds out by its content what a file is, packed by gzip or not.
 *
 * @throws FormatError `empty`, `unknown-format`, `gzip-damaged`.
 */
export async function openFile(source: ByteSource): Promise<OpenedFile> {
	const packed = await readHead(source.chunks());
	const { head, chunks } = isGzip(packed.head) ? await readHead(gunzip(packed.chunks)) : packed;
	if (head.length === 0) throw new FormatError('empty');
	const text = textOfHead(head);
	const format = FORMATS.find(({ reader }) => reader?.sniff({ bytes: head, text }));
	const reader = format?.reader;
	if (format === undefined || reader === undefined) throw new FormatError('unknown-format');
	return { format, readings: () => reader.read({ ...source, chunks: () => chunks }) };
}
