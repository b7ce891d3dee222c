import type { Duration, Instant } from '../../trace/instant.ts';

export type TimelineTone = 'good' | 'warning' | 'bad' | 'faint' | 'busy';

/** What one thing did over time. A time line knows of spans and marks, and nothing of what they mean. */
export interface TimelineRow {
	id: string;
	name: string;
	/** What rows of the same kind are listed under. */
	group: string;
	/** Ascending by `from`. */
	spans: readonly TimelineSpan[];
	/** Ascending. */
	marks: readonly TimelineMark[];
}

/** Main things are drawn high, what carries them low beneath. */
export type TimelineTrack = 'main' | 'below';

export interface TimelineSpan {
	from: Instant;
	/** `Infinity` where it goes on. */
	to: Instant;
	track: TimelineTrack;
	tone: TimelineTone;
	look: 'solid' | 'hatched' | 'hollow' | 'thin';
	words: string;
	/** The entry that it leads to. */
	seq?: number;
}

export interface TimelineMark {
	at: Instant;
	track: TimelineTrack;
	tone: TimelineTone;
	/** What is to be noticed is a diamond; what is as it should be, a tick. */
	shape: 'tick' | 'diamond';
	words: string;
	/** Of many at one place: `12 refreshes`. */
	many: string;
	seq?: number;
}

/** A part of time. */
export interface TimeWindow {
	from: Instant;
	to: Instant;
}

export function lengthOf({ from, to }: TimeWindow): Duration {
	return to - from;
}
