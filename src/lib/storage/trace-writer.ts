import type { Entry, LossEntry, Unstamped } from '../trace/entry.ts';
import type { TraceSink } from '../trace/sink.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { appendEntries, type Appended } from './append-entries.ts';
import type { Database } from './database.ts';
import { toFailure, type StorageFailure } from './failure.ts';
import { foldPages } from './fold.ts';
import { Pause } from './pause.ts';
import { PAGE_LENGTH } from './schema.ts';
import { leaveTail, removeTail } from './tail.ts';

export type WriterStatus = 'stored' | 'storing' | 'memory only';

export interface WriterOptions {
	/** The most entries to keep while storage refuses them; what comes then is lost to storage. */
	mostWaiting?: number;
	/** Milliseconds before the first retry; each further one waits twice as long, up to half a minute. */
	firstRetry?: number;
}

const LONGEST_RETRY = 30_000;

/**
 * Writes one trace, in order, while it is captured.
 *
 * A batch is written as soon as the one before it is, so there is no timer that a browser could slow
 * down in a hidden tab. Until its transaction has completed an entry is kept here, and tried again
 * where storage refused; when the page is hidden for good, these entries go to the tail.
 */
export class TraceWriter implements TraceSink {
	/** Is told each change of `status`. */
	onstatus: (status: WriterStatus) => void = () => undefined;
	/** Is told what storage will never hold, so that a loss entry enters the trace where it is missing. */
	onloss: (loss: Unstamped<LossEntry>) => void = () => undefined;

	readonly #database: Database;
	#header: TraceHeader;
	readonly #options: Required<WriterOptions>;
	/** What is not known to be stored, in order. */
	#waiting: Entry[] = [];
	/** One more than the last that it was given. */
	#nextSeq = 0;
	#dropped = 0;
	#storedCount = 0;
	#status: WriterStatus = 'stored';
	#failure: StorageFailure | undefined;
	#writing: Promise<void> | undefined;
	#retry = new Pause();
	#closing = false;
	#leaving = false;

	static create(database: Database, header: TraceHeader, options: WriterOptions = {}): TraceWriter {
		return new TraceWriter(database, header, options);
	}

	private constructor(database: Database, header: TraceHeader, options: WriterOptions) {
		this.#database = database;
		this.#header = header;
		this.#options = { mostWaiting: 500_000, firstRetry: 1_000, ...options };
		addEventListener('pagehide', this.#onpagehide);
		addEventListener('pageshow', this.#onpageshow);
	}

	get status(): WriterStatus {
		return this.#status;
	}

	/** Why the status is `memory only`. */
	get failure(): StorageFailure | undefined {
		return this.#failure;
	}

	/** What it was given before this `seq` is stored. */
	get storedBefore(): number {
		return this.#waiting[0]?.seq ?? this.#nextSeq;
	}

	append(batch: readonly Entry[]): void {
		if (batch.length === 0) return;
		this.#nextSeq = (batch.at(-1)?.seq ?? 0) + 1;
		const room = Math.max(0, this.#options.mostWaiting - this.#waiting.length);
		this.#waiting = this.#waiting.concat(batch.slice(0, room));
		this.#dropped += Math.max(0, batch.length - room);
		if (this.#leaving) this.#leaveTail();
		this.#writing ??= this.#writeAll();
	}

	/** For a trace that is yet to be begun, or begun again: one that is stored keeps its stored name. */
	rename(name: string): void {
		this.#header = { ...this.#header, name };
	}

	/** Resolves when everything is stored, or left in the tail where storage refuses it. */
	async close(): Promise<void> {
		this.#closing = true;
		this.#retry.end();
		await this.#writing;
		removeEventListener('pagehide', this.#onpagehide);
		removeEventListener('pageshow', this.#onpageshow);
		if (this.#waiting.length > 0) this.#leaveTail();
		else await foldPages(this.#database, this.#header.id);
	}

	async #writeAll(): Promise<void> {
		let delay = this.#options.firstRetry;
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.slice(0, PAGE_LENGTH);
			const appended = await this.#tryToAppend(batch);
			if (appended) {
				this.#confirm(batch.length, appended);
				delay = this.#options.firstRetry;
			} else {
				if (this.#closing) break;
				await this.#retry.wait(delay);
				delay = Math.min(2 * delay, LONGEST_RETRY);
			}
		}
		this.#writing = undefined;
		if (this.#waiting.length === 0) this.#become('stored');
	}

	/** `undefined` where storage refused; then nothing of the batch is stored. */
	async #tryToAppend(batch: readonly Entry[]): Promise<Appended | undefined> {
		if (!this.#failure) this.#become('storing');
		try {
			return await appendEntries(this.#database, this.#header, batch);
		} catch (error) {
			this.#become('memory only', toFailure(error));
			return undefined;
		}
	}

	#confirm(count: number, appended: Appended): void {
		this.#waiting = this.#waiting.slice(count);
		this.#failure = undefined;
		if (appended === 'begun' && this.#storedCount > 0) {
			this.#lose(this.#storedCount, 'what was stored of the trace has been deleted');
			this.#storedCount = 0;
		}
		this.#storedCount += count;
		if (this.#dropped > 0) {
			this.#lose(this.#dropped, 'more than could be kept until storage was back');
			this.#dropped = 0;
		}
	}

	#lose(count: number, detail: string): void {
		this.onloss({ kind: 'loss', reason: 'storage', count, detail });
	}

	#become(status: WriterStatus, failure?: StorageFailure): void {
		const changed = status !== this.#status || failure?.reason !== this.#failure?.reason;
		this.#status = status;
		this.#failure = failure;
		if (changed) this.onstatus(status);
	}

	#leaveTail(): void {
		const begun = this.#storedCount > 0;
		leaveTail({ header: this.#header, begun, entries: this.#waiting });
	}

	#onpagehide = () => {
		this.#leaving = true;
		this.#leaveTail();
	};

	/** The page came back from the browser's cache, and with it what it was about to write. */
	#onpageshow = () => {
		if (!this.#leaving) return;
		this.#leaving = false;
		removeTail(this.#header.id);
	};
}
