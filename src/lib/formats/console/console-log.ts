import type { ByteSource } from '../bytes/byte-source.ts';
import { readLines } from '../bytes/lines.ts';
import { readText } from '../bytes/text.ts';
import type { TraceFormat } from '../format.ts';
import type { ReadEntry, Reading } from '../reading.ts';
import { isOtherRecord, recordBeginning, type RecordBeginning } from './console-record.ts';
import { consoleWriter } from './console-writer.ts';
import { messageIn } from './message-lines.ts';
import { Spread } from './spread.ts';

/**
 * What a phone in debug mode printed, as copied from a browser's console or saved by it:
 * ringcentral-web-phone 2 and its version 1, SIP.js and JsSIP. Nothing tells several phones apart.
 */
export const consoleLog: TraceFormat = {
	id: 'console',
	name: 'Browser console log',
	extensions: ['.log', '.txt'],
	reader: {
		sniff: ({ text }) => text.split(/\r?\n/).some((line) => recordBeginning(line) !== undefined),
		read
	},
	writer: consoleWriter
};

async function* read(file: ByteSource): AsyncGenerator<Reading> {
	const log = new LogReader(file.modifiedAt ?? 0);
	for await (const lines of readLines(readText(file.chunks()))) {
		yield { entries: lines.flatMap((line) => log.take(line)) };
	}
	yield { entries: log.end() };
	if (log.otherLines > 0) yield { leftOut: { what: 'other lines', count: log.otherLines } };
}

/** A message of so many lines is none: the log went on with something else. */
const MOST_LINES = 20_000;

class LogReader {
	otherLines = 0;
	readonly #spread: Spread;
	#record: RecordBeginning | undefined;
	#lines: string[] = [];

	constructor(undatedFrom: number) {
		this.#spread = new Spread(undatedFrom);
	}

	take(line: string): ReadEntry[] {
		const beginning = recordBeginning(line);
		if (beginning !== undefined) {
			const entries = this.#finish();
			this.#record = beginning;
			return entries;
		}
		if (this.#record === undefined) {
			if (line.trim() !== '') this.otherLines++;
			return [];
		}
		this.#lines.push(line);
		return this.#lines.length < MOST_LINES ? [] : this.#finish();
	}

	end(): ReadEntry[] {
		return [...this.#finish(), ...this.#spread.settle()];
	}

	#finish(): ReadEntry[] {
		const record = this.#record;
		if (record === undefined) return [];
		const { text, otherLines } = messageIn(this.#lines, isOtherRecord);
		this.#record = undefined;
		this.#lines = [];
		this.otherLines += otherLines;
		const { direction, date } = record;
		const entry: ReadEntry =
			text === undefined
				? { kind: 'loss', reason: 'damaged', count: 1, detail: `a ${direction} message`, at: 0 }
				: { kind: 'message', direction, text, at: 0 };
		return this.#spread.take(entry, date);
	}
}
