import type { Annotation } from '../trace/annotation.ts';
import type { Entry } from '../trace/entry.ts';
import type { TraceHeader } from '../trace/trace.ts';
import type { OpenTrace } from './open-trace.svelte.ts';
import { storage } from './storage.svelte.ts';

/** What goes out: a trace, or a part of one. */
export interface ExportSource {
	readonly header: TraceHeader;
	/** Of its entries, in the order of `seq`. */
	readonly annotations: readonly Annotation[];
	readonly entryCount: number;
	readonly messageCount: number;
	/** What tells of the phones of the trace. */
	readonly context: readonly Entry[];
	batches(): AsyncIterable<readonly Entry[]>;
}

/**
 * A stored trace, as storage has it: whatever is read of it into memory so far, and members that this
 * version does not know. `undefined` where there is none.
 *
 * @throws what IndexedDB throws, or `StorageError`.
 */
export async function storedSource(id: string): Promise<ExportSource | undefined> {
	const annotations = await (await storage.annotations()).list(id);
	const opened = await storage.open();
	const stored = opened.ok ? await opened.traces.header(id) : undefined;
	if (!opened.ok || !stored) return undefined;
	const { format, name, source, createdAt, versions, entryCount, messageCount } = stored;
	return {
		header: { id, format, name, source, createdAt, versions },
		annotations,
		entryCount,
		messageCount,
		context: [],
		batches: () => opened.traces.read(id)
	};
}

/** Of a trace that is open: all that has been seen by now. */
export function openSource(trace: OpenTrace): ExportSource {
	return sourceOf(trace, trace.entries.slice());
}

/** Entries of a trace, and what names the phones that saw them. */
export function partSource(trace: OpenTrace, part: Iterable<Entry>): ExportSource {
	const entries = [...part];
	const seqs = new Set(entries.map(({ seq }) => seq));
	const phones = new Set(entries.map(({ phone }) => phone));
	const named = startsOf(trace).filter(({ seq, phone }) => phones.has(phone) && !seqs.has(seq));
	if (named.length === 0) return sourceOf(trace, entries);
	return sourceOf(
		trace,
		[...named, ...entries].sort((a, b) => a.seq - b.seq)
	);
}

function sourceOf(trace: OpenTrace, entries: readonly Entry[]): ExportSource {
	const { header, annotations } = trace;
	const seqs = new Set(entries.map(({ seq }) => seq));
	return {
		header: header,
		annotations: annotations.list.filter(({ seq }) => seqs.has(seq)),
		entryCount: entries.length,
		messageCount: entries.filter(({ kind }) => kind === 'message').length,
		context: startsOf(trace),
		async *batches() {
			yield entries;
		}
	};
}

/** What names the phones of a trace. */
export function startsOf({ entries }: OpenTrace): Entry[] {
	return entries.filter((entry) => entry.kind === 'phone' && entry.event === 'start');
}
