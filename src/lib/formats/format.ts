import type { Annotation } from '../trace/annotation.ts';
import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import type { ByteSource } from './bytes/byte-source.ts';
import type { Reading } from './reading.ts';

export type FormatId =
	| 'sipscope-json'
	| 'sipscope-lines'
	| 'har'
	| 'pcap'
	| 'pcapng'
	| 'pcapng-pdu'
	| 'text'
	| 'sngrep'
	| 'homer'
	| 'console'
	| 'messages'
	| 'messages-csv'
	| 'calls-csv'
	| 'markdown'
	| 'svg'
	| 'html'
	| 'sipp-uac'
	| 'sipp-uas'
	| 'playwright';

/** A file format in which traces come, or go. */
export interface TraceFormat {
	readonly id: FormatId;
	/** For people: `Sipscope trace`. */
	readonly name: string;
	/** With their dots, the usual one first: `.har`. */
	readonly extensions: readonly string[];
	readonly reader?: TraceReader;
	readonly writer?: TraceWriter;
}

export interface TraceReader {
	/** Whether a file is of this format, by its first bytes alone. */
	sniff(head: FileHead): boolean;
	/**
	 * Reads a file bit by bit, in the order of observation. What of it cannot be read is a `loss` entry
	 * where it is missing.
	 *
	 * @throws FormatError where nothing more can be read, after all that could be.
	 */
	read(file: ByteSource): AsyncIterable<Reading>;
}

export interface TraceWriter {
	/** What of a trace the format cannot hold, each part of a sentence for people; empty where it holds all. */
	readonly loses: readonly string[];
	/** @throws FormatError `no-call`, before anything is written. */
	write(trace: TraceToWrite): AsyncIterable<Uint8Array | string>;
}

/** A trace, or a part of one, on its way out. */
export interface TraceToWrite {
	readonly header: TraceHeader;
	/** In the order of `seq`. A part has gaps in `seq`. */
	readonly annotations: readonly Annotation[];
	/** The entries in the order of `seq`, from the first one each time it is called. */
	batches(): AsyncIterable<readonly Entry[]>;
}

/** The beginning of a file, unpacked. */
export interface FileHead {
	readonly bytes: Uint8Array;
	readonly text: string;
}
