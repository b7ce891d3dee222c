import type { FoldKind } from '../ladder/fold.ts';
import { ALL_LANES, type LaneChoice } from '../ladder/lane.ts';
import type { Duration } from '../trace/instant.ts';
import { readOptions, type StoredOptions, type TimeMode } from './stored-options.ts';

const KEY = 'sipscope.ladder';
/** The lanes of so many traces, those chosen last, are remembered. */
const TRACES = 20;

/** How ladders are drawn: what this browser's user prefers, and for each trace its lanes. */
class LadderOptions {
	#stored = $state.raw<StoredOptions>(readOptions(read()));

	/** Also draw what sockets, phones and media did. */
	get events(): boolean {
		return this.#stored.events;
	}

	/** What is folded of noise. */
	get folds(): readonly FoldKind[] {
		return this.#stored.folds;
	}

	get time(): TimeMode {
		return this.#stored.time;
	}

	/** From how long on a delay stands out; 0 for never. */
	get slowFrom(): Duration {
		return this.#stored.slowFrom;
	}

	/** How far lanes are apart: 1 for as far as fits the view. */
	get zoom(): number {
		return this.#stored.zoom;
	}

	lanesOf(traceId: string): LaneChoice {
		return this.#stored.lanes[traceId] ?? ALL_LANES;
	}

	/** Remembers the lanes of a trace; `undefined` forgets them. */
	chooseLanes(traceId: string, choice: LaneChoice | undefined): void {
		const others = Object.entries(this.#stored.lanes).filter(([id]) => id !== traceId);
		const all = choice ? [...others, [traceId, choice] as const] : others;
		this.change({ lanes: Object.fromEntries(all.slice(-TRACES)) });
	}

	change(change: Partial<StoredOptions>): void {
		this.#stored = { ...this.#stored, ...change };
		try {
			localStorage.setItem(KEY, JSON.stringify(this.#stored));
		} catch {
			// Storage denied: the choice holds for this page only.
		}
	}
}

function read(): string | null {
	try {
		return localStorage.getItem(KEY);
	} catch {
		// Storage denied: as in a new browser.
		return null;
	}
}

export const ladderOptions = new LadderOptions();
