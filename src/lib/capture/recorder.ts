import type { Entry, Unstamped } from '../trace/entry.ts';
import { MILLISECOND, type Duration, type Instant } from '../trace/instant.ts';
import type { TraceSink } from '../trace/sink.ts';
import { now } from './clock.ts';

/** The longest that an entry waits for company before the sinks get it. */
const BATCH_TIME: Duration = 100 * MILLISECOND;
const BATCH_LENGTH = 1_000;

export interface RecorderOptions {
	now?: () => Instant;
	/** Of a trace that another recorder began, the number that is due. */
	firstSeq?: number;
	/** Is told each entry as it is stamped, long before the sinks are. */
	onrecord?: (entry: Entry) => void;
}

/**
 * The one place that stamps order and time. An entry is stamped when it is recorded and handed to
 * every sink in a batch soon after, so that capture never waits for drawing or for storage.
 */
export class Recorder {
	readonly #sinks: readonly TraceSink[];
	readonly #now: () => Instant;
	readonly #onrecord: ((entry: Entry) => void) | undefined;
	#nextSeq: number;
	#batch: Entry[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(sinks: readonly TraceSink[], options: RecorderOptions = {}) {
		this.#sinks = sinks;
		this.#now = options.now ?? now;
		this.#onrecord = options.onrecord;
		this.#nextSeq = options.firstSeq ?? 0;
	}

	record(unstamped: Unstamped): void {
		const at = this.#now();
		const entry = { seq: this.#nextSeq++, at, ...unstamped } as Entry;
		this.#batch.push(entry);
		this.#onrecord?.(entry);
		if (this.#isDue(at)) this.flush();
		else this.#timer ??= setTimeout(() => this.flush(), BATCH_TIME / MILLISECOND);
	}

	/** Hands over what is waiting, now. */
	flush(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#batch.length === 0) return;
		const batch = this.#batch;
		this.#batch = [];
		for (const sink of this.#sinks) sink.append(batch);
	}

	/** Time is asked too, since a browser lets the timers of a hidden tab run a minute late. */
	#isDue(at: Instant): boolean {
		const first = this.#batch[0];
		return (
			this.#batch.length >= BATCH_LENGTH || (first !== undefined && at - first.at >= BATCH_TIME)
		);
	}
}
