import { type Leak, LeakScan } from '../redaction/leak-scan.ts';
import { Redactor } from '../redaction/redactor.ts';
import type { Entry } from '../trace/entry.ts';
import { ExportError } from './export-error.ts';
import type { TraceToWrite, TraceWriter } from './format.ts';

export interface ExportOptions {
	/** Replaces what tells of people, and looks whether anything of it is left. */
	readonly redact: boolean;
	/** Entries that are not written but tell whom those are about that are: phones with their names, say. */
	readonly context?: readonly Entry[];
	readonly signal?: AbortSignal;
	readonly onprogress?: (progress: ExportProgress) => void;
}

/** How far it is. A format that goes over a trace twice begins again from 0. */
export interface ExportProgress {
	readonly step: 'learning' | 'writing';
	/** So many entries have gone through it. */
	readonly entries: number;
}

/** One is enough to refuse; so many are enough to see why. */
const MOST_LEAKS = 100;

/**
 * A trace on its way into a file: entries go through redaction, then to the format's writer, and what that
 * wrote is looked through for originals. Names in the trace's own name, or in notes, are told only by entries
 * that may come late: so all is gone through once before anything is written.
 *
 * Written twice, it is the same. Who cannot keep back what was written calls `rehearse` first.
 */
export class TraceExport {
	readonly #trace: TraceToWrite;
	readonly #writer: TraceWriter;
	readonly #options: ExportOptions;
	#redactor: Redactor | undefined;
	/** What was found in fields of what is being written. */
	#leaks: Leak[] = [];

	constructor(trace: TraceToWrite, writer: TraceWriter, options: ExportOptions) {
		this.#trace = trace;
		this.#writer = writer;
		this.#options = options;
	}

	/** How many originals were replaced: none where nothing was to be. Known once it is written. */
	get originals(): number {
		return this.#redactor ? [...this.#redactor.replacements].length : 0;
	}

	/**
	 * What is written, piece by piece: to be kept back until all of it has come.
	 *
	 * @throws ExportError after the last piece, where it holds an original; what the signal was aborted with;
	 * and what reading the trace throws.
	 */
	async *chunks(): AsyncGenerator<Uint8Array | string> {
		const redactor = this.#options.redact ? (this.#redactor ??= await this.#learn()) : undefined;
		const scan = redactor && new LeakScan(redactor.originals);
		this.#leaks = [];
		for await (const chunk of this.#writer.write(this.#redacted(redactor, scan))) {
			scan?.feed(chunk);
			yield chunk;
		}
		const leaks = [...this.#leaks, ...(scan?.leaks ?? [])];
		if (leaks.length > 0) throw new ExportError(leaks);
	}

	/** Writes it to nobody. @throws as `chunks` does, so that afterwards those can be sent as they come. */
	async rehearse(): Promise<void> {
		const chunks = this.chunks();
		while (!(await chunks.next()).done);
	}

	/** One that knows every original of the trace. */
	async #learn(): Promise<Redactor> {
		const redactor = new Redactor();
		const { header, annotations } = this.#trace;
		for (const entry of this.#options.context ?? []) redactor.learn(entry);
		for await (const batch of this.#batches('learning'))
			for (const entry of batch) redactor.learn(entry);
		redactor.learnHeader(header);
		for (const annotation of annotations) redactor.learnAnnotation(annotation);
		return redactor;
	}

	#redacted(redactor: Redactor | undefined, scan: LeakScan | undefined): TraceToWrite {
		const { header, annotations } = this.#trace;
		const batches = () => this.#batches('writing');
		if (!redactor || !scan) return { header, annotations, batches };
		return {
			header: redactor.header(header),
			annotations: annotations.map((annotation) => redactor.annotation(annotation)),
			batches: () => this.#checked(batches(), redactor, scan)
		};
	}

	/** What is too short to be looked for in bytes is looked for in the fields that it stands in. */
	async *#checked(
		batches: AsyncIterable<readonly Entry[]>,
		redactor: Redactor,
		scan: LeakScan
	): AsyncGenerator<readonly Entry[]> {
		for await (const batch of batches) {
			const redacted = batch.map((entry) => redactor.entry(entry));
			for (const entry of redacted) this.#note(scan.leaksIn(entry));
			yield redacted;
		}
	}

	#note(leaks: readonly Leak[]): void {
		if (this.#leaks.length < MOST_LEAKS) this.#leaks.push(...leaks);
	}

	async *#batches(step: ExportProgress['step']): AsyncGenerator<readonly Entry[]> {
		const { signal, onprogress } = this.#options;
		let entries = 0;
		for await (const batch of this.#trace.batches()) {
			signal?.throwIfAborted();
			yield batch;
			entries += batch.length;
			onprogress?.({ step, entries });
		}
		signal?.throwIfAborted();
	}
}
