import { createAnalysis } from '../analysis/analysis.ts';
import { Findings } from '../analysis/rules/findings.ts';
import { MessageColumns } from '../query/columns/message-columns.ts';
import { TextHold } from '../storage/memory/text-hold.ts';
import type { Entry } from '../trace/entry.ts';
import type { Instant } from '../trace/instant.ts';
import type { TraceSink } from '../trace/sink.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { Annotations } from './annotations.svelte.ts';
import { FindingIndex } from '../analysis/rules/finding-index.ts';
import { Pace } from './pace.ts';
import { presentOf } from './present.ts';

/**
 * A trace that is being looked at, wherever its entries come from: `append` is their one door.
 *
 * Entries and their analysis are plain append-only arrays, since deep reactivity costs a hundred times
 * as much; `version` counts the frames in which something arrived. Reading it subscribes. The texts of
 * entries are compressed, and unpacked as they are read, so that a million messages are like a hundred.
 */
export class OpenTrace implements TraceSink {
	header = $state.raw<TraceHeader>() as TraceHeader;
	/** Entries are still being read from storage, which holds so many messages. */
	loading = $state(false);
	stored = $state(0);
	/** The reading was ended early, by whoever looks at it. */
	stopped = $state(false);
	/** Why reading it ended early, in words. */
	failure = $state<string>();
	readonly live: boolean;
	readonly entries: Entry[] = [];
	readonly analysis = createAnalysis();
	/** Of the analysis' messages. */
	readonly columns = new MessageColumns();
	/** What a person noted, beside the evidence. */
	readonly annotations: Annotations;

	readonly #findings = new Findings(this.analysis);
	readonly #texts = new TextHold();
	readonly #pace = new Pace(() => this.#version++);
	#version = $state(0);

	constructor(header: TraceHeader, live = false) {
		this.header = header;
		this.live = live;
		this.annotations = new Annotations(header.id);
	}

	readonly #found = $derived.by(() => this.#findings.at(presentOf(this)));
	/** What went wrong, as it is known at present; another one when it has changed. */
	readonly findings: FindingIndex = $derived(new FindingIndex(this.#found));

	get version(): number {
		return this.#version;
	}

	/** When the last entry was seen; the trace's beginning while it is empty. */
	get end(): Instant {
		return this.entries.at(-1)?.at ?? this.header.createdAt;
	}

	/** No more is read from storage than has been. */
	stopReading(): void {
		if (this.loading) this.stopped = true;
	}

	append(batch: readonly Entry[]): void {
		for (const entry of batch) {
			const held = this.#texts.hold(entry);
			this.entries.push(held);
			this.analysis.ingest(held);
			const message = this.analysis.messages[this.columns.length];
			if (message) this.columns.push(message);
		}
		this.#findings.follow();
		this.#pace.request(this.loading);
	}
}
