import type { Analysis } from '../analysis/analysis.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Entry, MessageEntry } from '../trace/entry.ts';
import { type Duration, SECOND } from '../trace/instant.ts';
import type { Sequence } from '../trace/sequence.ts';
import { DrawnRows } from './drawn-rows.ts';
import type { Ladder } from './ladder.ts';
import type { Lane } from './lane.ts';
import { Lanes, SERVER_LANE } from './lanes.ts';
import { markWords } from './mark-words.ts';
import { MessageRung } from './message-rung.ts';
import type { Mark, Rung } from './row.ts';

export interface LayoutOptions {
	/** Draw what is no message, too. On unless told otherwise; what was lost is always drawn. */
	marks?: boolean;
	/** From how long on a silence is drawn short: 2 s unless told otherwise. */
	gapAfter?: Duration;
}

const GAP_AFTER: Duration = 2 * SECOND;

/**
 * Lays out entries, in order of seq, of a trace that the analysis has seen. Messages go between
 * phones and the server only: that is what a phone sees, whoever is behind the server.
 */
export function layout(
	entries: Sequence<Entry>,
	analysis: Analysis,
	options: LayoutOptions = {}
): Ladder {
	const ladder = new GrowingLadder(analysis, options);
	ladder.draw(entries);
	return ladder;
}

/** A ladder that is drawn on as entries come; what is drawn already stays where it is. */
export class GrowingLadder implements Ladder {
	readonly rows: DrawnRows;
	readonly #analysis: Analysis;
	readonly #marks: boolean;
	readonly #lanes: Lanes;
	#taken = 0;

	constructor(analysis: Analysis, { marks = true, gapAfter = GAP_AFTER }: LayoutOptions = {}) {
		this.#analysis = analysis;
		this.#marks = marks;
		this.#lanes = new Lanes(analysis);
		this.rows = new DrawnRows(gapAfter, (entry) => this.#rowOf(entry));
	}

	get lanes(): readonly Lane[] {
		return this.rows.length === 0 ? [] : this.#lanes.list();
	}

	/** How many of the entries have been laid out. */
	get taken(): number {
		return this.#taken;
	}

	/** Lays out what has come since: of the same entries, which only grow, up to `end`. */
	draw(entries: Sequence<Entry>, end = entries.length): void {
		for (; this.#taken < end; this.#taken++) {
			const entry = entries.at(this.#taken);
			if (entry && this.#isDrawn(entry)) this.rows.push(entry);
		}
	}

	/** Also gives whoever saw it a lane, in order of appearance. */
	#isDrawn(entry: Entry): boolean {
		if (entry.kind === 'message') {
			const message = this.#analysis.messageAt(entry.seq);
			if (message) this.#lanes.of(message.userAgent);
			return message !== undefined;
		}
		if (!this.#marks && entry.kind !== 'loss') return false;
		if (markWords(entry) === undefined) return false;
		this.#laneOf(entry);
		return true;
	}

	#rowOf(entry: Entry): Rung | Mark | undefined {
		return entry.kind === 'message'
			? rungOf(this.#analysis.messageAt(entry.seq), this.#lanes)
			: markOf(entry, this.#laneOf(entry));
	}

	#laneOf(entry: Entry): number {
		const userAgent = this.#analysis.userAgentOf(entry);
		return userAgent === undefined ? 0 : this.#lanes.of(userAgent);
	}
}

function rungOf(message: SeenMessage | undefined, lanes: Lanes): Rung | undefined {
	if (message === undefined) return undefined;
	const lane = lanes.of(message.userAgent);
	return message.entry.direction === 'sent'
		? new MessageRung(message, lane, SERVER_LANE)
		: new MessageRung(message, SERVER_LANE, lane);
}

function markOf(entry: Exclude<Entry, MessageEntry>, lane: number): Mark | undefined {
	const words = markWords(entry);
	if (words === undefined) return undefined;
	return { type: 'mark', seq: entry.seq, at: entry.at, lane, ...words, tone: entry.kind, entry };
}
