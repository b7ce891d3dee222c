import { type Duration, type Instant, MILLISECOND } from '../../trace/instant.ts';
import type { ReadEntry } from '../reading.ts';
import type { LogDate } from './console-date.ts';

/**
 * Gives entries of a log their times. Where it tells seconds only, those of one second are spread over
 * it in their order; where it tells nothing, each is a millisecond after the one before. Both are
 * marked as approximate.
 */
export class Spread {
	/** Those of the date at hand, which may become more. */
	#waiting: ReadEntry[] = [];
	#date: LogDate | undefined;
	#latest: Instant;

	/** @param undatedFrom when what has no date at all begins. */
	constructor(undatedFrom: Instant) {
		this.#latest = undatedFrom;
	}

	/** Takes the next entry, and gives those whose times are settled by it. */
	take(entry: ReadEntry, date: LogDate | undefined): ReadEntry[] {
		if (date === undefined && this.#date === undefined) return [this.#undated(entry)];
		const settled = date === undefined || date.at === this.#date?.at ? [] : this.settle();
		this.#date = date ?? this.#date;
		this.#waiting.push(entry);
		return settled;
	}

	/** Those that wait: no more of their date will come. */
	settle(): ReadEntry[] {
		const { at = this.#latest, resolution = MILLISECOND } = this.#date ?? {};
		const step = stepFor(this.#waiting.length, resolution);
		const settled = this.#waiting.map((entry, index): ReadEntry => {
			const approximate = resolution > MILLISECOND || index > 0;
			return { ...entry, at: at + index * step, ...(approximate && { approximate: true }) };
		});
		this.#latest = settled.at(-1)?.at ?? this.#latest;
		this.#waiting = [];
		return settled;
	}

	#undated(entry: ReadEntry): ReadEntry {
		this.#latest += MILLISECOND;
		return { ...entry, at: this.#latest, approximate: true };
	}
}

/** A tenth of the room for each, or less where there are many, so that none reaches the next date. */
function stepFor(count: number, room: Duration): Duration {
	return Math.max(0, Math.min(Math.floor(room / 10), Math.floor(room / Math.max(1, count))));
}
