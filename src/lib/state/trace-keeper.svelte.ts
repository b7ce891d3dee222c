import { TraceWriter } from '../storage/trace-writer.ts';
import type { Entry, LossEntry, Unstamped } from '../trace/entry.ts';
import type { TraceSink } from '../trace/sink.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { storage } from './storage.svelte.ts';

/** Milliseconds between attempts to open a storage that the browser refuses. */
const RETRY = 10_000;

/**
 * Brings the live trace to storage, from its first entry on, even before the database is open; and
 * says, for a banner, why that does not work while it does not.
 */
export class TraceKeeper implements TraceSink {
	/** Why entries are in memory only, in words. */
	failure = $state<string>();
	readonly #header: TraceHeader;
	readonly #onloss: (loss: Unstamped<LossEntry>) => void;
	#writer: TraceWriter | undefined;
	/** What came before there was a writer. */
	#early: Entry[] = [];

	constructor(header: TraceHeader, onloss: (loss: Unstamped<LossEntry>) => void) {
		this.#header = header;
		this.#onloss = onloss;
		void this.#open();
	}

	append(batch: readonly Entry[]): void {
		if (this.#writer) this.#writer.append(batch);
		else this.#early.push(...batch);
	}

	async #open(): Promise<void> {
		const opened = await storage.open();
		if (!opened.ok) {
			this.failure = `${opened.message} Capture goes on in memory.`;
			setTimeout(() => void this.#open(), RETRY);
			return;
		}
		const writer = TraceWriter.create(opened.database, this.#header);
		writer.onloss = this.#onloss;
		writer.onstatus = () => {
			const { failure } = writer;
			this.failure = failure && `${failure.message} Capture goes on in memory.`;
		};
		this.failure = undefined;
		this.#writer = writer;
		writer.append(this.#early);
		this.#early = [];
	}
}
