import { now } from '../capture/clock.ts';
import { counted, type ByteSource } from '../formats/bytes/byte-source.ts';
import { FormatError } from '../formats/format-error.ts';
import { openFile } from '../formats/open-file.ts';
import { type LeftOutCount, type ReadEntry, type Reading, Stamper } from '../formats/reading.ts';
import { toFailure } from '../storage/failure.ts';
import type { TraceStore } from '../storage/trace-store.ts';
import type { Annotation } from '../trace/annotation.ts';
import { TRACE_FORMAT, type TraceHeader } from '../trace/trace.ts';
import { storage } from './storage.svelte.ts';
import { versions } from './versions.ts';

export type ImportStatus = 'reading' | 'done' | 'failed' | 'cancelled';

/** As many entries are stored at once: a page of storage. */
const BATCH = 1_000;

/** A file on its way into storage, as a trace of its own. */
export class TraceImport {
	/** Of the trace that it becomes. */
	readonly id = crypto.randomUUID();
	readonly name: string;
	/** In bytes; absent where it is not known. */
	readonly size: number | undefined;
	status = $state<ImportStatus>('reading');
	/** In bytes. */
	read = $state(0);
	messageCount = $state(0);
	/** What the file turned out to be. */
	format = $state<string>();
	/** What is no part of a trace, and how often. */
	leftOut = $state.raw<readonly LeftOutCount[]>([]);
	/** Why it failed, or why the rest of the file is missing, in words. */
	failure = $state<string>();

	readonly #source: ByteSource;
	readonly #stamper = new Stamper();
	#header: TraceHeader;
	#waiting: ReadEntry[] = [];
	/** Of entries that have been read. */
	#annotations: readonly Annotation[] = [];
	#traces: TraceStore | undefined;

	constructor(source: ByteSource) {
		this.name = source.name || 'Pasted text';
		this.size = source.size;
		this.#source = counted(source, (bytes) => (this.read = bytes));
		this.#header = {
			id: this.id,
			format: TRACE_FORMAT,
			name: this.name,
			source: 'import',
			createdAt: 0,
			versions: versions()
		};
	}

	/** Resolves when it is stored, given up or cancelled; never rejects. */
	async run(): Promise<void> {
		try {
			const opened = await storage.open();
			if (!opened.ok) return this.#fail(opened.message);
			this.#traces = opened.traces;
			await this.#readAll(opened.traces);
		} catch (thrown) {
			this.#fail(thrown instanceof FormatError ? thrown.message : toFailure(thrown).message);
			await this.#forget();
		}
	}

	cancel(): void {
		if (this.status === 'reading') this.status = 'cancelled';
	}

	async #readAll(traces: TraceStore): Promise<void> {
		try {
			const { format, readings } = await openFile(this.#source);
			this.format = format.name;
			for await (const reading of readings()) {
				this.#take(reading);
				while (this.#waiting.length >= BATCH && this.status === 'reading')
					await this.#store(traces);
				if (this.status !== 'reading') return await this.#forget();
			}
		} catch (thrown) {
			// What came before the damage is worth having.
			if (!(thrown instanceof FormatError) || this.messageCount === 0) throw thrown;
			this.failure = thrown.message;
			this.#waiting.push({ ...this.#damage(thrown.message) });
		}
		while (this.#waiting.length > 0) await this.#store(traces);
		if (this.messageCount > 0) {
			if (this.#annotations.length > 0) await this.#storeAnnotations();
			this.status = 'done';
		} else {
			this.#fail('There is no SIP message in it.');
			await this.#forget();
		}
	}

	#take({ header, entries = [], annotations = [], leftOut }: Reading): void {
		this.#header = { ...this.#header, ...header };
		this.#waiting = this.#waiting.concat(entries);
		if (annotations.length > 0) this.#annotations = [...this.#annotations, ...annotations];
		this.messageCount += entries.filter(({ kind }) => kind === 'message').length;
		if (leftOut) this.leftOut = [...this.leftOut, leftOut];
	}

	async #store(traces: TraceStore): Promise<void> {
		const batch = this.#waiting.slice(0, BATCH);
		this.#waiting = this.#waiting.slice(BATCH);
		if (this.#header.createdAt === 0) {
			this.#header = { ...this.#header, createdAt: batch[0]?.at || now() };
		}
		await traces.append(this.#header, this.#stamper.stamp(batch));
	}

	async #storeAnnotations(): Promise<void> {
		await (await storage.annotations()).save(this.id, this.#annotations);
	}

	#damage(detail: string): ReadEntry {
		const at = this.#waiting.at(-1)?.at ?? this.#header.createdAt;
		return { kind: 'loss', reason: 'damaged', detail, at };
	}

	#fail(words: string): void {
		this.failure = words;
		this.status = 'failed';
	}

	/** Nothing half read stays behind. */
	async #forget(): Promise<void> {
		this.#waiting = [];
		await this.#traces?.remove(this.id);
	}
}
