import { now } from '../capture/clock.ts';
import { Recorder } from '../capture/recorder.ts';
import type { Connection } from '../analysis/connection.ts';
import type { Entry, SocketEntry, Unstamped } from '../trace/entry.ts';
import type { TraceSink } from '../trace/sink.ts';
import { TRACE_FORMAT, type TraceHeader } from '../trace/trace.ts';
import { FollowedTrace } from './followed-trace.ts';
import { OpenTrace } from './open-trace.svelte.ts';
import { storage } from './storage.svelte.ts';
import { TraceKeeper } from './trace-keeper.svelte.ts';
import { versions } from './versions.ts';

/**
 * The live trace: this page's own capture, or that of the tab which runs the phones. It begins with the
 * first phone, and goes on whatever is being looked at and whichever tab records it.
 */
class LiveCapture {
	trace = $state.raw<OpenTrace>();
	keeper = $state.raw<TraceKeeper>();
	/** It is known whether another tab has a live trace. */
	ready: Promise<void> = Promise.resolve();
	/**
	 * Is told each entry as it is recorded, and so before a frame is on its way: whatever of this page
	 * others have seen, they can be told of, however it ends. What comes before `keepFrom` is in storage.
	 */
	onrecord: (entry: Entry, keepFrom: number) => void = () => undefined;
	#recorder: Recorder | undefined;
	#followed: FollowedTrace | undefined;
	/** As another tab calls it. */
	#nameTold: string | undefined;

	/** The recorder of this page's trace, begun now if it has not yet. */
	begin(): Recorder {
		if (this.#recorder) return this.#recorder;
		const header = newHeader();
		this.trace = new OpenTrace(header, true);
		return this.#record(header, this.trace, 0);
	}

	/** Shows what another tab records. */
	follow(header: TraceHeader): void {
		if (this.#followed?.trace.header.id !== header.id) {
			this.#followed = new FollowedTrace(header);
			this.trace = this.#followed.trace;
		} else if (header.name !== this.#nameTold)
			this.#followed.trace.header = { ...this.#followed.trace.header, name: header.name };
		this.#nameTold = header.name;
	}

	/** What another tab has recorded. */
	hear(entries: readonly Entry[]): void {
		this.#followed?.append(entries);
	}

	/**
	 * Goes on recording where a tab has left off that is gone.
	 * @param entries the last that it told, which may not be in storage
	 */
	async takeOver(header: TraceHeader, entries: readonly Entry[]): Promise<void> {
		this.follow(header);
		this.hear(entries);
		const told = (entries.at(-1)?.seq ?? -1) + 1;
		const stored = await Promise.race([storedUpTo(header.id), after(STORED_TIME)]);
		if (!this.#followed) return;
		const firstSeq = Math.max(told, stored ?? 0);
		const recorder = this.#record(header, this.#followed, firstSeq);
		this.keeper?.append(entries);
		void this.#followed.caughtUp().then(() => {
			for (const close of closesOf(this.trace?.analysis.connections ?? [], firstSeq))
				recorder.record(close);
		});
	}

	/** Has nothing more to do with the trace of other tabs. */
	part(): void {
		this.#followed = undefined;
		this.trace = undefined;
	}

	rename(name: string): void {
		if (this.trace) this.trace.header = { ...this.trace.header, name };
		this.keeper?.rename(name);
	}

	/** Hands over what the recorder still holds; the page is about to go. */
	flush(): void {
		this.#recorder?.flush();
	}

	#record(header: TraceHeader, trace: TraceSink, firstSeq: number): Recorder {
		const keeper = new TraceKeeper(header, (loss) => this.#recorder?.record(loss));
		// Evidence first: what it means can be found out again.
		this.#recorder = new Recorder([keeper, trace], {
			firstSeq,
			onrecord: (entry) => this.onrecord(entry, keeper.storedBefore)
		});
		this.keeper = keeper;
		return this.#recorder;
	}
}

/** A page that is gone has closed its sockets (WHATWG WebSockets, §7), and could not tell. */
function closesOf(connections: readonly Connection[], before: number): Unstamped<SocketEntry>[] {
	return connections
		.filter(({ firstSeq, closedBy }) => firstSeq < before && closedBy === undefined)
		.map(({ id: connection, phone, instance }) => ({
			kind: 'socket',
			event: 'close',
			code: 1006,
			reason: 'the tab that had it is gone',
			wasClean: false,
			connection,
			phone,
			instance
		}));
}

/** Milliseconds: a phone that moves to another tab does not wait for storage. */
const STORED_TIME = 300;

/** One more than the last `seq` that is stored. */
async function storedUpTo(trace: string): Promise<number | undefined> {
	const opened = await storage.open();
	if (!opened.ok) return undefined;
	const stored = await opened.traces.header(trace).catch(() => undefined);
	return stored && stored.lastSeq + 1;
}

const after = (milliseconds: number) =>
	new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds));

function newHeader(): TraceHeader {
	const createdAt = now();
	const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
	return {
		id: crypto.randomUUID(),
		format: TRACE_FORMAT,
		name: `Capture of ${day.format(createdAt / 1000)}`,
		source: 'live',
		createdAt,
		versions: versions()
	};
}

export const live = new LiveCapture();
