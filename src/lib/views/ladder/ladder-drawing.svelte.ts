import type { FoldHead } from '../../ladder/fold.ts';
import { GrowingLadder, type LayoutOptions } from '../../ladder/growing-ladder.ts';
import type { Ladder } from '../../ladder/ladder.ts';
import type { Lane, LaneChoice } from '../../ladder/lane.ts';
import { ladderOptions } from '../../state/ladder-options.svelte.ts';
import { presentOf } from '../../state/present.ts';
import { nextSlice, Slice } from '../../state/slice.ts';
import type { Workbench } from '../../state/workbench.svelte.ts';
import type { Entry } from '../../trace/entry.ts';
import { type Instant, SECOND } from '../../trace/instant.ts';
import type { Sequence } from '../../trace/sequence.ts';

/** Between two looks at the clock. */
const STEP = 1_000;
const PRESENT_STEP = 5 * SECOND;
const NO_FOLDS = [] as const;

interface Drawn {
	entries: Sequence<Entry>;
	/** What makes another ladder necessary once it changes. */
	options: readonly unknown[];
	lanes: LaneChoice;
	ladder: GrowingLadder;
}

/** What is drawn at a moment. */
export interface Drawing extends Ladder {
	/** The hidden ones too. */
	readonly allLanes: readonly Lane[];
}

/**
 * The ladder of what the workbench looks at. What comes is drawn on; of a million entries the first are
 * there at once, and the others follow while one looks at those.
 */
export class LadderDrawing {
	readonly #workbench: () => Workbench;
	/** All is drawn, whatever is folded by choice. */
	unfolded = $state(false);
	/** Counts the changes of what is there already. */
	#changes = $state(0);
	#drawn: Drawn | undefined;
	#drawing = false;
	/** Heads of the folds that were opened. */
	#open: readonly number[] = [];

	constructor(workbench: () => Workbench) {
		this.#workbench = workbench;
	}

	/** The present, in steps: what is missing is not drawn to the second, and rows are not made four times in one. */
	readonly #present: Instant = $derived.by(() => {
		const { trace } = this.#workbench();
		const present = presentOf(trace);
		return trace.live ? present - (present % PRESENT_STEP) : present;
	});

	/** Another one whenever there is more of it. */
	readonly ladder: Drawing = $derived.by(() => {
		void this.#changes;
		const drawn = this.#current();
		this.#drawOn(drawn);
		const { lanes, rows, legs, hidden, allLanes } = drawn.ladder;
		return { lanes, rows, legs, hidden, allLanes };
	});

	toggle({ id, open }: FoldHead): void {
		const others = this.#open.filter((one) => one !== id);
		this.#open = open ? others : [...others, id];
		this.#drawn?.ladder.setOpen(id, !open);
		this.#changes++;
	}

	/** The ladder that is drawn on, or another one where it cannot be. */
	#current(): Drawn {
		const { trace, entries, conversation } = this.#workbench();
		const marks = ladderOptions.events;
		const folds = this.unfolded ? NO_FOLDS : ladderOptions.folds;
		const lanes = ladderOptions.lanesOf(trace.header.id);
		const calls = conversation?.calls ?? [];
		const legs = calls.length > 1 ? calls : [];
		const options = [entries.list, marks, folds, lanes.phones, lanes.servers, ...legs];
		const known = this.#drawn;
		if (known && isSame(known.options, options)) {
			if (known.lanes !== lanes) known.ladder.arrange(lanes);
			known.lanes = lanes;
			return known;
		}
		const layout: LayoutOptions = { marks, folds, lanes, legs, open: this.#open };
		const ladder = new GrowingLadder(trace.analysis, layout);
		return (this.#drawn = { entries: entries.list, options, lanes, ladder });
	}

	/** Draws for as long as the page can wait, and the rest later. */
	#drawOn({ entries, ladder }: Drawn): void {
		const slice = new Slice();
		while (ladder.taken < entries.length && !slice.over)
			ladder.draw(entries, Math.min(entries.length, ladder.taken + STEP));
		if (ladder.taken === entries.length) {
			ladder.settle(this.#present);
			return;
		}
		if (this.#drawing) return;
		this.#drawing = true;
		void nextSlice().then(() => {
			this.#drawing = false;
			this.#changes++;
		});
	}
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
	return one.length === other.length && one.every((value, index) => value === other[index]);
}
