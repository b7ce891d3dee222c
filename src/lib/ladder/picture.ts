import { SECOND } from '../trace/instant.ts';
import { describeHidden, type Hidden } from './hidden.ts';
import type { Lane } from './lane.ts';
import type { Leg } from './leg.ts';
import type { Row, TimedRow } from './row.ts';

/** What is drawn: a ladder, or some of its rows. */
export interface Picture {
	readonly lanes: readonly Lane[];
	readonly rows: readonly Row[];
	readonly legs: readonly Leg[];
	readonly title: string;
	/** Below the title, in small print; `''` for nothing. */
	readonly caption: string;
	/** Below the rows: what of them is hidden. */
	readonly footnotes: readonly string[];
	readonly times: TellTime;
}

/** What stands beside a row: its time, and how long after the row above it is. */
export type TellTime = (row: TimedRow, above: TimedRow | undefined) => PictureTimes;

export interface PictureTimes {
	readonly time: string;
	readonly delta: string;
	/** The delay is to stand out. */
	readonly slow: boolean;
}

/** Only those of the lanes that rows need, in their order. */
export function cropped(
	lanes: readonly Lane[],
	rows: readonly Row[]
): Pick<Picture, 'lanes' | 'rows'> {
	const used = new Set(rows.flatMap(lanesOf));
	if (used.size < 2) return { lanes, rows };
	const places = new Map([...used].sort((a, b) => a - b).map((lane, index) => [lane, index]));
	const placeOf = (lane: number) => places.get(lane) ?? 0;
	return {
		lanes: lanes.filter((_, index) => used.has(index)),
		rows: rows.map((row) => replaced(row, placeOf))
	};
}

export function footnotesOf(hidden: Hidden): string[] {
	return describeHidden(hidden);
}

/** Seconds since the first row, and nothing else. */
export function sinceFirst(rows: readonly Row[]): TellTime {
	const begin = rows.find((row) => row.type !== 'gap')?.at ?? 0;
	return ({ at }) => ({ time: ((at - begin) / SECOND).toFixed(3), delta: '', slow: false });
}

function lanesOf(row: Row): number[] {
	if (row.type === 'gap') return [];
	return row.type === 'mark' ? [row.lane] : [row.from, row.to];
}

function replaced(row: Row, placeOf: (lane: number) => number): Row {
	switch (row.type) {
		case 'gap':
			return row;
		case 'mark':
			return { ...row, lane: placeOf(row.lane) };
		case 'rung': {
			const { type, seq, at, label, note, cseq, tone, response, retransmission } = row;
			const { leg, acknowledges, fold, message } = row;
			const words = { type, seq, at, label, note, cseq, tone, response, retransmission } as const;
			const place = { from: placeOf(row.from), to: placeOf(row.to) };
			return { ...words, ...place, leg, acknowledges, fold, message };
		}
		default:
			return { ...row, from: placeOf(row.from), to: placeOf(row.to) };
	}
}
