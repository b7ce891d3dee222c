import { ExportError } from '../formats/export-error.ts';
import { type ExportProgress, TraceExport } from '../formats/export.ts';
import type { Leak } from '../redaction/leak-scan.ts';
import type { ExportSource } from './export-source.ts';
import { paced } from './paced.ts';
import type { WritableFormat } from './writable-formats.ts';

/** Where a file is kept until it is known that it can be handed over. */
export interface ExportTarget {
	write(chunk: Uint8Array | string): Promise<void>;
	/** Hands it over. */
	finish(): Promise<void>;
	discard(): Promise<void>;
}

export type ExportStatus = 'writing' | 'done' | 'refused' | 'failed' | 'cancelled';

/** A trace, or a part of one, on its way into a file. */
export class TraceExportJob {
	readonly redact: boolean;
	status = $state<ExportStatus>('writing');
	/** From 0 to 1. */
	progress = $state(0);
	/** How many originals were replaced. */
	originals = $state(0);
	/** What of them is left, so that it was refused. */
	leaks = $state.raw<readonly Leak[]>([]);
	/** Why it failed, in words. */
	failure = $state<string>();
	readonly #abort = new AbortController();
	readonly #source: ExportSource;
	readonly #target: ExportTarget;
	readonly #export: TraceExport;

	constructor(
		source: ExportSource,
		{ writer }: WritableFormat,
		target: ExportTarget,
		redact: boolean
	) {
		this.redact = redact;
		this.#source = source;
		this.#target = target;
		this.#export = new TraceExport({ ...source, batches: () => paced(source.batches()) }, writer, {
			redact,
			context: source.context,
			signal: this.#abort.signal,
			onprogress: (progress) => this.#advance(progress)
		});
	}

	/** Resolves when it is handed over, or has come to nothing; never rejects. */
	async run(): Promise<void> {
		try {
			for await (const chunk of this.#export.chunks()) await this.#target.write(chunk);
			this.originals = this.#export.originals;
			await this.#target.finish();
			this.status = 'done';
		} catch (thrown) {
			this.#fail(thrown);
			await this.#target.discard();
		}
	}

	cancel(): void {
		this.#abort.abort();
	}

	#advance({ step, entries }: ExportProgress): void {
		const part = Math.min(1, entries / Math.max(1, this.#source.entryCount));
		const all = !this.redact ? part : step === 'learning' ? part / 2 : (1 + part) / 2;
		// Who writes in two passes does not go back.
		this.progress = Math.max(this.progress, all);
	}

	#fail(thrown: unknown): void {
		if (this.#abort.signal.aborted) this.status = 'cancelled';
		else if (thrown instanceof ExportError) {
			this.status = 'refused';
			this.leaks = thrown.leaks;
		} else {
			this.status = 'failed';
			this.failure = thrown instanceof Error ? thrown.message : String(thrown);
		}
	}
}
