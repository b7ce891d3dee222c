import { createAnalysis } from '../analysis/analysis.ts';
import { Findings } from '../analysis/rules/findings.ts';
import type { Entry } from '../trace/entry.ts';
import type { Instant } from '../trace/instant.ts';
import type { TraceSink } from '../trace/sink.ts';
import type { TraceHeader } from '../trace/trace.ts';
import { Annotations } from './annotations.svelte.ts';
import { FindingIndex } from './finding-index.ts';
import { presentOf } from './present.ts';

/**
 * A trace that is being looked at, wherever its entries come from: `append` is their one door.
 *
 * Entries and their analysis are plain append-only arrays, since deep reactivity costs a hundred times
 * as much; `version` counts the frames in which something arrived. Reading it subscribes.
 */
export class OpenTrace implements TraceSink {
	header = $state.raw<TraceHeader>() as TraceHeader;
	/** Entries are still being read from storage. */
	loading = $state(false);
	/** Why reading it ended early, in words. */
	failure = $state<string>();
	readonly live: boolean;
	readonly entries: Entry[] = [];
	readonly analysis = createAnalysis();
	/** What a person noted, beside the evidence. */
	readonly annotations: Annotations;

	readonly #findings = new Findings(this.analysis);
	#version = $state(0);
	#bumping = false;

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

	append(batch: readonly Entry[]): void {
		for (const entry of batch) {
			this.entries.push(entry);
			this.analysis.ingest(entry);
		}
		this.#bump();
	}

	/** Once a frame at most; a hidden page has no frames, so there a timer stands in. */
	#bump(): void {
		if (this.#bumping) return;
		this.#bumping = true;
		const bump = () => {
			this.#bumping = false;
			this.#version++;
		};
		if (document.visibilityState === 'hidden') setTimeout(bump, 200);
		else requestAnimationFrame(bump);
	}
}
