import type { Analysis } from '../analysis/analysis.ts';
import type { Call } from '../analysis/calls/call.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Entry, MessageEntry } from '../trace/entry.ts';
import { type Duration, type Instant, SECOND } from '../trace/instant.ts';
import type { Sequence } from '../trace/sequence.ts';
import { DrawnRows } from './drawn-rows.ts';
import type { FoldKind } from './fold.ts';
import { Folding } from './folding.ts';
import type { Hidden } from './hidden.ts';
import type { Ladder } from './ladder.ts';
import { ALL_LANES, type Lane, type LaneChoice } from './lane.ts';
import { Lanes } from './lanes.ts';
import { type Leg, legsOf } from './leg.ts';
import { markWords } from './mark-words.ts';
import { SeenRows } from './seen-rows.ts';
import { isInVain, type Vain, Waiting } from './waiting.ts';

export interface LayoutOptions {
	/** Draw what is no message, too. On unless told otherwise; what was lost is always drawn. */
	marks?: boolean;
	/** From how long on a silence is drawn short: 2 s unless told otherwise. */
	gapAfter?: Duration;
	/** What is folded: nothing unless told. */
	folds?: readonly FoldKind[];
	/** Folds that are open, by the seq at their heads. */
	open?: Iterable<number>;
	lanes?: LaneChoice;
	/** Calls whose rungs are to be told apart. */
	legs?: readonly Call[];
}

const GAP_AFTER: Duration = 2 * SECOND;

/**
 * A ladder that is drawn on as entries come. What is drawn stays, but for a few rows near its end of which
 * a later message makes something else: a request whose challenge is answered, a refresh that fails.
 */
export class GrowingLadder implements Ladder {
	readonly rows: DrawnRows;
	readonly legs: readonly Leg[];
	readonly #analysis: Analysis;
	readonly #marks: boolean;
	readonly #lanes: Lanes;
	readonly #folding: Folding;
	readonly #waiting = new Waiting();
	readonly #seen: SeenRows;
	#taken = 0;
	#events = 0;

	constructor(analysis: Analysis, options: LayoutOptions = {}) {
		const { marks = true, gapAfter = GAP_AFTER, folds = [], lanes = ALL_LANES } = options;
		this.#analysis = analysis;
		this.#marks = marks;
		this.#lanes = new Lanes(analysis, lanes);
		this.#folding = new Folding(folds, ({ entry }) => this.rows.placeOf(entry.seq));
		this.legs = legsOf(options.legs ?? []);
		this.#seen = new SeenRows(analysis, this.#lanes, this.#folding.folds, this.legs, options.open);
		this.rows = new DrawnRows(this.#seen, gapAfter);
	}

	get lanes(): readonly Lane[] {
		return this.rows.length === 0 ? [] : this.#lanes.list();
	}

	/** The hidden ones too. */
	get allLanes(): readonly Lane[] {
		return this.#lanes.all();
	}

	get hidden(): Hidden {
		const shown = new Set(this.#lanes.list().map(({ id }) => id));
		const hidden = this.allLanes.filter(({ id }) => !shown.has(id));
		return {
			folded: this.#seen.folded,
			inLanes: this.rows.unseen,
			lanes: hidden.map(({ title }) => title),
			events: this.#events
		};
	}

	/** How many of the entries have been laid out. */
	get taken(): number {
		return this.#taken;
	}

	/** Lays out what has come since: of the same entries, which only grow, up to `end`. */
	draw(entries: Sequence<Entry>, end = entries.length): void {
		for (; this.#taken < end; this.#taken++) {
			const entry = entries.at(this.#taken);
			if (entry?.kind === 'message') this.#takeMessage(this.#analysis.messageAt(entry.seq));
			else if (entry && this.#isDrawn(entry)) this.#takeMark(entry);
		}
		this.rows.draw();
	}

	/** Draws what nobody waits for any longer at a time, though nothing else has come. */
	settle(now: Instant): void {
		this.#goneInVain(this.#waiting.over(now));
		this.rows.draw();
	}

	/** Draws the messages of a fold below its head, or no longer. */
	setOpen(id: number, open: boolean): void {
		this.#seen.setOpen(id, open);
		const place = this.rows.placeOf(id);
		if (place < 0) return;
		this.rows.cut(place);
		this.rows.draw();
	}

	/** Shows other lanes, or in another order; which phones share one stays as it is. */
	arrange(choice: LaneChoice): void {
		this.#lanes.arrange(choice);
		this.rows.redraw();
	}

	#takeMessage(message: SeenMessage | undefined): void {
		if (message === undefined) return;
		this.#lanes.take(message);
		this.#goneInVain(this.#waiting.over(message.entry.at));
		this.#reviseFrom(this.#folding.revisedBy(message));
		this.#answeredLate(message);
		this.#seen.entries.push(message.entry);
		this.#folding.take(message);
		this.#waiting.take(message);
	}

	/** What was drawn as missing has come after all. */
	#answeredLate(message: SeenMessage): void {
		const place = this.#seen.answeredLate(message);
		if (place === undefined) return;
		this.#folding.forgive(message);
		const begun = message.transaction?.request?.entry.seq ?? -1;
		this.#reviseFrom(this.#folding.within(Math.min(place, this.rows.placeOf(begun))));
	}

	#takeMark(entry: Entry): void {
		this.#goneInVain(this.#waiting.over(entry.at));
		this.#seen.entries.push(entry);
		this.#lay(entry);
		if (entry.kind !== 'socket' || entry.event !== 'close') return;
		this.#goneInVain(this.#waiting.lost(entry.connection ?? '', entry.at));
	}

	#isDrawn(entry: Exclude<Entry, MessageEntry>): boolean {
		if (markWords(entry) === undefined) return false;
		if (this.#marks || entry.kind === 'loss') return true;
		this.#events++;
		return false;
	}

	#lay(entry: Entry): void {
		if (entry.kind === 'message') {
			const message = this.#analysis.messageAt(entry.seq);
			if (message) this.#folding.take(message);
			return;
		}
		const userAgent = this.#analysis.userAgentOf(entry);
		if (userAgent) this.#lanes.takePhone(userAgent);
		this.#folding.interrupt(userAgent);
	}

	#goneInVain(all: readonly Vain[]): void {
		for (const vain of all) this.#reviseFrom(this.#folding.giveUp(vain.message));
		for (const vain of all) this.#seen.missed(vain);
	}

	/** Lays out again what there is from a place on. */
	#reviseFrom(from: number | undefined): void {
		if (from === undefined) return;
		const { entries } = this.#seen;
		this.rows.cut(from);
		this.#folding.cut(from);
		this.#seen.cutVain(from, isInVain);
		for (const entry of entries.slice(from)) this.#lay(entry);
	}
}
