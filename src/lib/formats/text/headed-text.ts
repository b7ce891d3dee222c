import type { Direction, Path } from '../../trace/entry.ts';
import type { Instant } from '../../trace/instant.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readLines } from '../bytes/lines.ts';
import { readText } from '../bytes/text.ts';
import { messageIn } from '../console/message-lines.ts';
import type { TraceReader } from '../format.ts';
import type { ReadEntry, Reading } from '../reading.ts';
import { TextFlows } from './text-flows.ts';

/** What the line before a message tells of it: addresses, who sent it, or both. */
export type Heading = { readonly at: Instant } & (
	{ readonly path: Path; readonly seen?: undefined } | { readonly path?: Path; readonly seen: Seen }
);

interface Seen {
	readonly direction: Direction;
	readonly connection: string;
}

/** A kind of text in which a line stands before each message. */
export interface TextStyle {
	/** Reads such a line; `undefined` where it is another. */
	heading(line: string): Heading | undefined;
	/** Whether a line stands between heading and message, or after it, and is none of either. */
	isRemark?(line: string): boolean;
	/** Set where messages do not come in the order of time: all are read before the first is given. */
	isUnordered?: true;
}

export function headedTextReader(style: TextStyle): TraceReader {
	return {
		sniff: ({ text }) => text.split(/\r?\n/).some((line) => headingOf(style, line) !== undefined),
		read: (file) => read(file, style)
	};
}

async function* read(file: ByteSource, style: TextStyle): AsyncGenerator<Reading> {
	const reader = new HeadedMessages(style);
	const flows = new TextFlows();
	const unordered: HeadedMessage[] = [];
	for await (const lines of readLines(readText(file.chunks()))) {
		const messages = lines.flatMap((line) => reader.take(line));
		if (style.isUnordered) unordered.push(...messages);
		else yield { entries: messages.map((message) => entryOf(message, flows)) };
	}
	const rest = [...unordered, ...reader.finish()];
	if (style.isUnordered) rest.sort((a, b) => a.heading.at - b.heading.at);
	yield { entries: rest.map((message) => entryOf(message, flows)) };
	if (reader.otherLines > 0) yield { leftOut: { what: 'other lines', count: reader.otherLines } };
}

function entryOf({ heading, text }: HeadedMessage, flows: TextFlows): ReadEntry {
	const { at, path, seen } = heading;
	if (text === undefined) {
		return { kind: 'loss', reason: 'damaged', count: 1, detail: 'a message', at };
	}
	const sender = seen === undefined ? flows.take(path, text) : seen;
	return { kind: 'message', text, ...sender, ...(path && { path }), at };
}

const LONGEST_HEADING = 400;

function headingOf(style: TextStyle, line: string): Heading | undefined {
	return line.length > LONGEST_HEADING ? undefined : style.heading(line);
}

/** A message of so many lines is none: the text went on with something else. */
const MOST_LINES = 20_000;

interface HeadedMessage {
	readonly heading: Heading;
	/** `undefined` where no message followed. */
	readonly text: string | undefined;
}

/** Takes a text apart, line by line. */
class HeadedMessages {
	otherLines = 0;
	readonly #style: TextStyle;
	#heading: Heading | undefined;
	#lines: string[] = [];

	constructor(style: TextStyle) {
		this.#style = style;
	}

	take(line: string): HeadedMessage[] {
		const heading = headingOf(this.#style, line);
		if (heading !== undefined) {
			const finished = this.finish();
			this.#heading = heading;
			return finished;
		}
		if (this.#heading === undefined) {
			if (line.trim() !== '' && !this.#isRemark(line)) this.otherLines++;
			return [];
		}
		if (this.#lines.length === 0 && this.#isRemark(line)) return [];
		this.#lines.push(line);
		return this.#lines.length < MOST_LINES ? [] : this.finish();
	}

	/** The message of which no more lines will come. */
	finish(): HeadedMessage[] {
		const heading = this.#heading;
		if (heading === undefined) return [];
		const { text, otherLines } = messageIn(this.#lines, (line) => this.#isRemark(line));
		this.#heading = undefined;
		this.#lines = [];
		this.otherLines += otherLines;
		return [{ heading, text }];
	}

	#isRemark(line: string): boolean {
		return this.#style.isRemark?.(line) ?? false;
	}
}
