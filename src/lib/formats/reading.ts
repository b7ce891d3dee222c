import type { Annotation } from '../trace/annotation.ts';
import type { Entry, Unstamped } from '../trace/entry.ts';
import type { Instant } from '../trace/instant.ts';
import type { TraceHeader } from '../trace/trace.ts';

/** An entry as a file has it. In which order it was seen among others, its place tells. */
export type ReadEntry = Unstamped & { at: Instant };

/** What a file holds besides, and what is no part of a trace. */
export type LeftOut =
	| 'sockets without SIP'
	| 'other messages'
	| 'other lines'
	| 'notes on nothing'
	| 'other packets'
	| 'encrypted packets';

export interface LeftOutCount {
	readonly what: LeftOut;
	readonly count: number;
}

/** A part of what a file holds, in the order of observation. */
export interface Reading {
	/** What the file tells of the trace as a whole. */
	readonly header?: Partial<Pick<TraceHeader, 'name' | 'createdAt' | 'versions'>>;
	readonly entries?: readonly ReadEntry[];
	/** Of entries that the file has; `seq` is the entry's place among all of them, from 0. */
	readonly annotations?: readonly Annotation[];
	readonly leftOut?: LeftOutCount;
}

/** Entries with their places: `seq` from 0, without gaps. */
export class Stamper {
	#next = 0;

	/** Marks the very objects: a reader has made them for this. */
	stamp(entries: readonly ReadEntry[]): Entry[] {
		return entries.map((entry) => {
			const stamped = entry as Entry;
			stamped.seq = this.#next++;
			return stamped;
		});
	}
}
