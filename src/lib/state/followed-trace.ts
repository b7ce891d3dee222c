import { toFailure } from '../storage/failure.ts';
import { continued } from '../stream/continued.ts';
import type { Entry, LossEntry } from '../trace/entry.ts';
import type { TraceSink } from '../trace/sink.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { OpenTrace } from './open-trace.svelte.ts';
import { storage } from './storage.svelte.ts';

/** How often the storage is asked for what is missing, and the milliseconds between. */
const TRIES = 20;
const BETWEEN = 250;

/**
 * A live trace that another tab records, or recorded until now: its beginning comes from storage, the
 * rest as it happens. Whichever comes first, the trace gets each entry once, and in order.
 */
export class FollowedTrace implements TraceSink {
	readonly trace: OpenTrace;
	/** The `seq` that the trace gets next. */
	#due = 0;
	/** What came before its turn. */
	#early = new Map<number, Entry>();
	/** Of these, losses of more than one: each has the place of the last that it counts. */
	#losses: LossEntry[] = [];
	#catchingUp: Promise<void> | undefined;

	constructor(header: TraceHeader) {
		this.trace = new OpenTrace(header, true);
		void this.trace.annotations.load();
		this.#catchingUp = this.#catchUp();
	}

	/** All that came before what it was given is in the trace, or will never be. */
	async caughtUp(): Promise<void> {
		await this.#catchingUp;
	}

	append(batch: readonly Entry[]): void {
		for (const entry of batch) {
			if (entry.seq < this.#due) continue;
			this.#early.set(entry.seq, entry);
			if (entry.kind === 'loss' && (entry.count ?? 1) > 1) this.#losses.push(entry);
		}
		const due = this.#due;
		const next: Entry[] = [];
		for (let entry = this.#take(); entry; entry = this.#take()) next.push(entry);
		if (next.length > 0) this.trace.append(continued(next, due));
		if (this.#early.size > 0) this.#catchingUp ??= this.#catchUp();
	}

	#take(): Entry | undefined {
		const due = this.#due;
		this.#losses = this.#losses.filter(({ seq }) => seq >= due);
		const entry =
			this.#early.get(due) ?? this.#losses.find(({ seq, count = 1 }) => seq - count < due);
		if (!entry) return undefined;
		this.#early.delete(entry.seq);
		this.#due = entry.seq + 1;
		return entry;
	}

	/** What is missing is in storage, or about to be: whoever recorded it kept it until it was stored. */
	async #catchUp(): Promise<void> {
		this.trace.loading = this.trace.entries.length === 0;
		for (let tries = 0; tries < TRIES; tries++) {
			await this.#read();
			if (this.#early.size === 0) break;
			await new Promise((resolve) => setTimeout(resolve, BETWEEN));
		}
		this.trace.loading = false;
		if (this.#early.size > 0) this.#goOnWithout();
		this.#catchingUp = undefined;
	}

	async #read(): Promise<void> {
		const opened = await storage.open();
		if (!opened.ok) return;
		try {
			const { id } = this.trace.header;
			for await (const batch of opened.traces.read(id, this.#due)) this.append(batch);
		} catch (thrown) {
			this.trace.failure = toFailure(thrown).message;
		}
	}

	#goOnWithout(): void {
		this.trace.failure =
			'The beginning of this trace is not in storage; only the tab that recorded it has it.';
		this.#due = Math.min(...this.#early.keys());
		this.append([]);
	}
}
