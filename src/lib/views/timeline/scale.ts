import { type Duration, type Instant, MINUTE, SECOND } from '../../trace/instant.ts';
import { lengthOf, type TimeWindow } from './timeline.ts';

/** Nobody looks closer than at milliseconds. */
const SHORTEST: Duration = SECOND / 100;
/** Between the times on the axis, in pixels. */
const APART = 76;

const HOUR = 60 * MINUTE;
const STEPS: readonly Duration[] = [
	...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].map((part) => part * SECOND),
	...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
	...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
	...[1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR)
];

/** Where an instant is drawn, in pixels from the left. */
export function positionOf(at: Instant, window: TimeWindow, width: number): number {
	return ((at - window.from) / lengthOf(window)) * width;
}

/** The instant that is drawn at a position. */
export function instantAt(x: number, window: TimeWindow, width: number): Instant {
	return Math.round(window.from + (x / width) * lengthOf(window));
}

/** Round times since `start` to be written along the axis. */
export function axisTimes(window: TimeWindow, width: number, start: Instant): Instant[] {
	const atLeast = (lengthOf(window) / Math.max(1, width)) * APART;
	const days = Math.ceil(atLeast / (24 * HOUR)) * 24 * HOUR;
	const step = STEPS.find((one) => one >= atLeast) ?? days;
	const first = start + Math.ceil((window.from - start) / step) * step;
	const count = Math.max(0, Math.floor((window.to - first) / step) + 1);
	return Array.from({ length: count }, (_, index) => first + index * step);
}

/** Closer by a factor above 1, farther by one below; what is at `around` stays where it is. */
export function zoomed(
	window: TimeWindow,
	factor: number,
	around: Instant,
	bounds: TimeWindow
): TimeWindow {
	const length = clamp(lengthOf(window) / factor, SHORTEST, lengthOf(bounds));
	const part = (around - window.from) / lengthOf(window);
	return placed(around - part * length, length, bounds);
}

/** Moved by a part of its own length, as far as there is anything. */
export function panned(window: TimeWindow, part: number, bounds: TimeWindow): TimeWindow {
	return placed(window.from + part * lengthOf(window), lengthOf(window), bounds);
}

function placed(from: Instant, length: Duration, bounds: TimeWindow): TimeWindow {
	const latest = Math.max(bounds.from, bounds.to - length);
	const begin = Math.round(clamp(from, bounds.from, latest));
	return { from: begin, to: Math.round(begin + length) };
}

function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}
