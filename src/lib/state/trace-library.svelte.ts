import type { Entry } from '../trace/entry.ts';
import type { StoredTrace } from '../storage/trace-store.ts';
import { live } from './live-capture.svelte.ts';
import { OpenTrace } from './open-trace.svelte.ts';
import { storage } from './storage.svelte.ts';

/** The stored traces, newest first, and how much room they take. */
class TraceLibrary {
	traces = $state.raw<readonly StoredTrace[]>([]);
	usage = $state<number>();
	quota = $state<number>();
	loaded = $state(false);
	failure = $state<string>();

	async refresh(): Promise<void> {
		const opened = await storage.open();
		if (!opened.ok) {
			this.failure = opened.message;
			this.loaded = true;
			return;
		}
		this.failure = undefined;
		this.traces = await opened.traces.list();
		const estimate = await opened.traces.estimate();
		this.usage = estimate.usage;
		this.quota = estimate.quota;
		this.loaded = true;
	}

	async rename(id: string, name: string): Promise<void> {
		const opened = await storage.open();
		if (!opened.ok) return;
		await opened.traces.rename(id, name);
		if (live.trace?.header.id === id) live.trace.header = { ...live.trace.header, name };
		await this.refresh();
	}

	async remove(id: string): Promise<void> {
		const opened = await storage.open();
		if (!opened.ok) return;
		await opened.traces.remove(id);
		await this.refresh();
	}

	/**
	 * A trace by its id: this page's live one, or a stored one, whose entries go on arriving after it is
	 * returned (`loading`). `undefined` where there is none.
	 */
	async open(id: string): Promise<OpenTrace | undefined> {
		if (live.trace?.header.id === id) return live.trace;
		const opened = await storage.open();
		if (!opened.ok) return undefined;
		const header = await opened.traces.header(id);
		if (!header) return undefined;
		const trace = new OpenTrace(header);
		void this.#read(trace, opened.traces.read(id));
		return trace;
	}

	async #read(trace: OpenTrace, batches: AsyncIterable<readonly Entry[]>) {
		trace.loading = true;
		try {
			for await (const batch of batches) trace.append(batch);
		} catch (error) {
			trace.failure = error instanceof Error ? error.message : String(error);
		} finally {
			trace.loading = false;
		}
	}
}

export const library = new TraceLibrary();
