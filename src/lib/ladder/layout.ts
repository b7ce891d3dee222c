import type { Analysis } from '../analysis/analysis.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Entry, MessageEntry } from '../trace/entry.ts';
import { type Duration, type Instant, SECOND } from '../trace/instant.ts';
import { gapOf } from './gap.ts';
import type { Ladder } from './ladder.ts';
import { Lanes, SERVER_LANE } from './lanes.ts';
import { markWords } from './mark-words.ts';
import { MessageRung } from './message-rung.ts';
import type { Mark, Row, Rung } from './row.ts';

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
	const lanes = new Lanes(analysis);
	const find = finderIn(analysis);
	const rows: Row[] = [];
	let before: Instant | undefined;
	for (const entry of entries) {
		if (!marks && entry.kind !== 'message') continue;
		const row =
			entry.kind === 'message' ? rungOf(find(entry), lanes) : markOf(entry, lanes, analysis);
		if (row === undefined) continue;
		if (before !== undefined && entry.at - before >= gapAfter) rows.push(gapOf(entry.at - before));
		rows.push(row);
		before = entry.at;
	}
	return { lanes: rows.length === 0 ? [] : lanes.list(), rows };
}

/** Finds messages. Those of a whole trace come one after another, and none needs to be searched for. */
function finderIn(analysis: Analysis): (entry: MessageEntry) => SeenMessage | undefined {
	let next = 0;
	return (entry) => {
		const message = analysis.messages[next];
		if (message?.entry !== entry) return analysis.messageAt(entry.seq);
		next++;
		return message;
	};
}

function rungOf(message: SeenMessage | undefined, lanes: Lanes): Rung | undefined {
	if (message === undefined) return undefined;
	const lane = lanes.of(message.userAgent);
	return message.entry.direction === 'sent'
		? new MessageRung(message, lane, SERVER_LANE)
		: new MessageRung(message, SERVER_LANE, lane);
}

function markOf(
	entry: Exclude<Entry, MessageEntry>,
	lanes: Lanes,
	analysis: Analysis
): Mark | undefined {
	const userAgent = analysis.userAgentOf(entry);
	const lane = userAgent === undefined ? 0 : lanes.of(userAgent);
	const words = markWords(entry);
	if (words === undefined) return undefined;
	return { type: 'mark', seq: entry.seq, at: entry.at, lane, ...words, tone: entry.kind, entry };
}
