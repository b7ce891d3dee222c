import { TraceWriter } from '../storage/trace-writer.ts';
import type { Entry, LossEntry, Unstamped } from '../trace/entry.ts';
import type { TraceSink } from '../trace/sink.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { storage } from './storage.svelte.ts';

/** Brings the live trace to storage, and says, for a banner, why that does not work while it does not. */
export class TraceKeeper implements TraceSink {
	/** Why entries are in memory only, in words. */
	failure = $state<string>();
	readonly #writer: TraceWriter;

	constructor(header: TraceHeader, onloss: (loss: Unstamped<LossEntry>) => void) {
		this.#writer = TraceWriter.create(storage.database, header);
		this.#writer.onloss = onloss;
		this.#writer.onstatus = () => {
			const { failure } = this.#writer;
			this.failure = failure && `${failure.message} Capture goes on in memory.`;
		};
	}

	/** What it was given before this `seq` is stored. */
	get storedBefore(): number {
		return this.#writer.storedBefore;
	}

	append(batch: readonly Entry[]): void {
		this.#writer.append(batch);
	}

	/** As the trace is to be called where it is yet to be stored, or was deleted meanwhile. */
	rename(name: string): void {
		this.#writer.rename(name);
	}
}
