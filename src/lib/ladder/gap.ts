import { type Duration, MILLISECOND, MINUTE, SECOND } from '../trace/instant.ts';
import type { Gap } from './row.ts';

const HOUR = 60 * MINUTE;

/** The row that stands for a time in which nothing was seen. */
export function gapOf(duration: Duration): Gap {
	return { type: 'gap', duration, label: `${lapse(duration)} later` };
}

/** Two figures are enough here: `16 ms`, `3.8 s`, `42 s`, `7 min`, `2.5 h`. */
export function lapse(duration: Duration): string {
	if (duration < SECOND) return `${Math.round(duration / MILLISECOND)} ms`;
	if (duration < MINUTE) return `${rounded(duration / SECOND)} s`;
	if (duration < HOUR) return `${rounded(duration / MINUTE)} min`;
	return `${rounded(duration / HOUR)} h`;
}

function rounded(value: number): string {
	return value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);
}
