import { toFailure } from '../storage/failure.ts';
import type { StoredTrace, TraceStore } from '../storage/trace-store.ts';
import { ladderOptions } from './ladder-options.svelte.ts';
import { live } from './live-capture.svelte.ts';
import { OpenTrace } from './open-trace.svelte.ts';
import { readInto } from './read-into.ts';
import { streams } from './streams.svelte.ts';
import { storage } from './storage.svelte.ts';

/**
 * The stored traces, newest first, and how much room they take. None of its methods rejects: what
 * storage refuses is `failure`.
 */
class TraceLibrary {
	traces = $state.raw<readonly StoredTrace[]>([]);
	/** In bytes. */
	usage = $state<number>();
	quota = $state<number>();
	/** The list was asked for, and has come or failed. */
	loaded = $state(false);
	/** In words. */
	failure = $state<string>();

	async refresh(): Promise<void> {
		await this.#use(async (traces) => {
			this.traces = await traces.list();
			const { usage, quota } = await traces.estimate();
			this.usage = usage;
			this.quota = quota;
		});
		this.loaded = true;
	}

	async rename(id: string, name: string): Promise<void> {
		// First: what of it is not stored yet will be stored under its new name.
		if (live.trace?.header.id === id) live.rename(name);
		streams.rename(id, name);
		await this.#use((traces) => traces.rename(id, name));
		await this.refresh();
	}

	async remove(id: string): Promise<void> {
		await this.#use((traces) => traces.remove(id));
		ladderOptions.chooseLanes(id, undefined);
		await this.refresh();
	}

	/**
	 * A trace by its id: this page's live one, one that is being streamed, or a stored one, whose entries go
	 * on arriving after it is returned (`loading`). `undefined` where there is none.
	 */
	async open(id: string): Promise<OpenTrace | undefined> {
		await live.ready;
		if (live.trace?.header.id === id) return live.trace;
		await streams.ready;
		const streamed = streams.traceOf(id);
		if (streamed) return streamed;
		return this.#use(async (traces) => {
			const header = await traces.header(id);
			if (!header) return undefined;
			const trace = new OpenTrace(header);
			void readInto(trace, traces.read(id), header.messageCount);
			void trace.annotations.load();
			return trace;
		});
	}

	async #use<T>(work: (traces: TraceStore) => Promise<T>): Promise<T | undefined> {
		const opened = await storage.open();
		try {
			this.failure = opened.ok ? undefined : opened.message;
			return opened.ok ? await work(opened.traces) : undefined;
		} catch (thrown) {
			this.failure = toFailure(thrown).message;
			return undefined;
		}
	}
}

export const library = new TraceLibrary();
