import type { TraceFormat } from '../../lib/formats/format.ts';
import { FormatError } from '../../lib/formats/format-error.ts';
import { openFile } from '../../lib/formats/open-file.ts';
import { type LeftOutCount, type Reading, Stamper } from '../../lib/formats/reading.ts';
import type { ByteSource } from '../../lib/formats/bytes/byte-source.ts';
import type { Annotation } from '../../lib/trace/annotation.ts';
import type { Entry, LossEntry } from '../../lib/trace/entry.ts';
import type { Instant } from '../../lib/trace/instant.ts';
import { TRACE_FORMAT, type TraceHeader } from '../../lib/trace/trace.ts';
import { identity } from '../../lib/simulator/host/version.ts';
import { CommandError, EXIT } from '../exit-code.ts';

/** What is known of a file beside its entries. */
export interface ReadFile {
	readonly format: TraceFormat;
	readonly header: TraceHeader;
	/** Bookmarks and notes on its entries. */
	readonly annotations: readonly Annotation[];
	/** What is no part of a trace. */
	readonly leftOut: readonly LeftOutCount[];
	/** What is known to be missing. */
	readonly losses: readonly LossEntry[];
	/** Why the rest of it could not be read. */
	readonly failure: FormatError | undefined;
}

/**
 * Reads a file in whatever format it is, and hands over its entries in order. What could be read before
 * the file turned out to be damaged counts.
 *
 * @throws CommandError `unreadable`: it is of no format that is known, or holds no SIP message.
 */
export async function readFile(
	source: ByteSource,
	take: (entries: readonly Entry[]) => void
): Promise<ReadFile> {
	const { format, readings } = await openFile(source).catch(refuse);
	const content = new Content(take);
	let failure: FormatError | undefined;
	try {
		for await (const reading of readings()) content.read(reading);
	} catch (thrown) {
		if (!(thrown instanceof FormatError) || content.messages === 0) refuse(thrown);
		else failure = thrown;
	}
	if (content.messages === 0) {
		throw new CommandError(EXIT.unreadable, 'There is no SIP message in it.');
	}
	const { annotations, leftOut, losses } = content;
	const header = { ...headerOf(source, content.firstAt), ...content.header };
	return { format, header, annotations, leftOut, losses, failure };
}

/** What a file turns out to hold. */
class Content {
	header: Partial<TraceHeader> = {};
	messages = 0;
	firstAt: Instant = 0;
	readonly annotations: Annotation[] = [];
	readonly leftOut: LeftOutCount[] = [];
	readonly losses: LossEntry[] = [];
	readonly #take: (entries: readonly Entry[]) => void;
	readonly #stamper = new Stamper();

	constructor(take: (entries: readonly Entry[]) => void) {
		this.#take = take;
	}

	read({ header, entries = [], annotations = [], leftOut }: Reading): void {
		this.header = { ...this.header, ...header };
		for (const annotation of annotations) this.annotations.push(annotation);
		if (leftOut) this.leftOut.push(leftOut);
		const stamped = this.#stamper.stamp(entries);
		this.firstAt ||= stamped[0]?.at ?? 0;
		for (const entry of stamped) {
			if (entry.kind === 'message') this.messages++;
			else if (entry.kind === 'loss') this.losses.push(entry);
		}
		if (stamped.length > 0) this.#take(stamped);
	}
}

function refuse(thrown: unknown): never {
	if (thrown instanceof FormatError) throw new CommandError(EXIT.unreadable, thrown.message);
	throw thrown;
}

function headerOf({ name }: ByteSource, createdAt: Instant): TraceHeader {
	return {
		id: crypto.randomUUID(),
		format: TRACE_FORMAT,
		name: name || 'Standard input',
		source: 'import',
		createdAt,
		versions: { sipscope: identity.version }
	};
}
