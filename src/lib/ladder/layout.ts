import type { Analysis } from '../analysis/analysis.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Entry, MessageEntry } from '../trace/entry.ts';
import { type Duration, type Instant, SECOND } from '../trace/instant.ts';
import { gapOf } from './gap.ts';
import type { Ladder } from './ladder.ts';
import { lanesOf, SERVER_LANE } from './lanes.ts';
import { markWords } from './mark-words.ts';
import type { Mark, Row, Rung } from './row.ts';
import { noteOf } from './rung-note.ts';
import { toneOf } from './tone.ts';

export interface LayoutOptions {
	/** Draw what is no message, too. On unless told otherwise. */
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
	entries: readonly Entry[],
	analysis: Analysis,
	{ marks = true, gapAfter = GAP_AFTER }: LayoutOptions = {}
): Ladder {
	const drawn = marks ? entries : entries.filter(({ kind }) => kind === 'message');
	const lanes = lanesOf(drawn, analysis);
	const rows: Row[] = [];
	let before: Instant | undefined;
	for (const entry of drawn) {
		const row = rowOf(entry, lanes.of(entry), analysis);
		if (row === undefined) continue;
		if (before !== undefined && entry.at - before >= gapAfter) rows.push(gapOf(entry.at - before));
		rows.push(row);
		before = entry.at;
	}
	return { lanes: lanes.list, rows };
}

function rowOf(
	entry: Entry,
	lane: number | undefined,
	analysis: Analysis
): Rung | Mark | undefined {
	if (entry.kind !== 'message') return markOf(entry, lane ?? 0);
	const message = analysis.messageAt(entry.seq);
	return message && rungOf(message, lane ?? 0);
}

function rungOf(message: SeenMessage, lane: number): Rung {
	const { entry, head } = message;
	const sent = entry.direction === 'sent';
	return {
		type: 'rung',
		seq: entry.seq,
		at: entry.at,
		from: sent ? lane : SERVER_LANE,
		to: sent ? SERVER_LANE : lane,
		label: labelOf(message),
		note: noteOf(message),
		tone: toneOf(head),
		response: head.kind === 'response',
		retransmission: message.retransmissionOf !== undefined,
		message
	};
}

function labelOf({ head }: SeenMessage): string {
	if (head.kind === 'unreadable') return 'unreadable';
	return head.kind === 'request' ? head.method : `${head.status} ${head.reason}`.trim();
}

function markOf(entry: Exclude<Entry, MessageEntry>, lane: number): Mark | undefined {
	const words = markWords(entry);
	if (words === undefined) return undefined;
	return { type: 'mark', seq: entry.seq, at: entry.at, lane, ...words, tone: entry.kind, entry };
}
