import { Backoff } from '../stream/backoff.ts';
import { continued } from '../stream/continued.ts';
import type { StreamView } from '../stream/page-protocol.ts';
import { toFailure } from '../storage/failure.ts';
import type { TraceStore } from '../storage/trace-store.ts';
import type { Entry } from '../trace/entry.ts';
import { TRACE_FORMAT, type TraceHeader } from '../trace/trace.ts';
import { FollowedTrace } from './followed-trace.ts';
import type { OpenTrace } from './open-trace.svelte.ts';
import { storage } from './storage.svelte.ts';
import { versions } from './versions.ts';

/** As many entries are stored at once: a page of storage. */
const BATCH = 1_000;

export interface Storing {
	/** Told the `seq` before which all is stored. */
	onstored: (next: number) => void;
	/** Told in words why storage refuses, and `undefined` when it does not any more. */
	onfailure: (failure: string | undefined) => void;
}

/** The trace of an app that streams: shown as it comes and, in one tab, stored. */
export class StreamedTrace {
	readonly #shown: FollowedTrace;
	#header: TraceHeader;
	#waiting: Entry[] = [];
	#isStoring = false;

	constructor(view: StreamView) {
		this.#header = headerOf(view);
		this.#shown = new FollowedTrace(this.#header);
		void this.#takeStoredName();
	}

	get trace(): OpenTrace {
		return this.#shown.trace;
	}

	rename(name: string): void {
		this.#header = { ...this.#header, name };
		this.trace.header = this.#header;
	}

	/** Shows what has come. What is known already is passed over. */
	show(entries: readonly Entry[]): void {
		this.#shown.append(entries);
	}

	/** Stores what has come, in order, and tries again where storage refuses: the app keeps it until then. */
	store(entries: readonly Entry[], storing: Storing): void {
		this.#waiting = this.#waiting.concat(entries);
		if (!this.#isStoring) void this.#storeAll(storing);
	}

	async #storeAll({ onstored, onfailure }: Storing): Promise<void> {
		this.#isStoring = true;
		const backoff = new Backoff();
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.slice(0, BATCH);
			const stored = await tryToAppend(this.#header, batch);
			onfailure(stored.failure);
			if (stored.next === undefined) {
				await new Promise((resolve) => setTimeout(resolve, backoff.pause()));
				continue;
			}
			backoff.reset();
			this.#waiting = this.#waiting.slice(batch.length);
			onstored(stored.next);
		}
		this.#isStoring = false;
	}

	/** The person may have given it another name than the app does. */
	async #takeStoredName(): Promise<void> {
		const opened = await storage.open();
		const stored =
			opened.ok && (await opened.traces.header(this.#header.id).catch(() => undefined));
		if (stored) this.rename(stored.name);
	}
}

/** `next` is the `seq` before which all is stored. */
type Stored = { next: number; failure?: undefined } | { next?: undefined; failure: string };

async function tryToAppend(header: TraceHeader, batch: readonly Entry[]): Promise<Stored> {
	const opened = await storage.open();
	if (!opened.ok) return { failure: opened.message };
	try {
		return { next: await append(opened.traces, header, batch) };
	} catch (thrown) {
		return { failure: toFailure(thrown).message };
	}
}

async function append(
	traces: TraceStore,
	header: TraceHeader,
	batch: readonly Entry[]
): Promise<number> {
	const stored = await traces.header(header.id);
	const due = stored ? stored.lastSeq + 1 : 0;
	const fresh = continued(batch, due);
	if (fresh.length > 0) await traces.append(header, fresh);
	return Math.max(due, (batch.at(-1)?.seq ?? -1) + 1);
}

function headerOf({ id, name, createdAt, versions: told }: StreamView): TraceHeader {
	return {
		id,
		format: TRACE_FORMAT,
		name,
		source: 'stream',
		createdAt,
		versions: { ...told, sipscope: versions().sipscope }
	};
}
