import type { Ladder } from '../../ladder/ladder.ts';
import { GrowingLadder } from '../../ladder/growing-ladder.ts';
import { nextSlice, Slice } from '../../state/slice.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';
import type { Entry } from '../../trace/entry.ts';
import type { Sequence } from '../../trace/sequence.ts';
import { ladderOptions } from './ladder-options.svelte.ts';

/** Between two looks at the clock. */
const STEP = 1_000;

interface Drawn {
	entries: Sequence<Entry>;
	marks: boolean;
	ladder: GrowingLadder;
}

/**
 * The ladder of what the workbench looks at. What comes is drawn on; of a million entries the first are
 * there at once, and the others follow while one looks at those.
 */
export class LadderDrawing {
	readonly #workbench: () => Workbench;
	/** Counts the slices that were drawn after the first. */
	#slices = $state(0);
	#drawn: Drawn | undefined;
	#drawing = false;

	constructor(workbench: () => Workbench) {
		this.#workbench = workbench;
	}

	/** Another one whenever there is more of it. */
	readonly ladder: Ladder = $derived.by(() => {
		void this.#slices;
		const { trace, entries } = this.#workbench();
		const marks = ladderOptions.events;
		if (this.#drawn?.entries !== entries.list || this.#drawn.marks !== marks) {
			const ladder = new GrowingLadder(trace.analysis, { marks });
			this.#drawn = { entries: entries.list, marks, ladder };
		}
		this.#drawOn(this.#drawn);
		const { lanes, rows } = this.#drawn.ladder;
		return { lanes, rows };
	});

	/** Draws for as long as the page can wait, and the rest later. */
	#drawOn({ entries, ladder }: Drawn): void {
		const slice = new Slice();
		while (ladder.taken < entries.length && !slice.over)
			ladder.draw(entries, Math.min(entries.length, ladder.taken + STEP));
		if (ladder.taken === entries.length || this.#drawing) return;
		this.#drawing = true;
		void nextSlice().then(() => {
			this.#drawing = false;
			this.#slices++;
		});
	}
}
