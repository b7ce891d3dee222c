import type { Analysis } from '../analysis/analysis.ts';
import type { Entry } from '../trace/entry.ts';
import type { Sequence } from '../trace/sequence.ts';
import { GrowingLadder, type LayoutOptions } from './growing-ladder.ts';
import type { Ladder } from './ladder.ts';

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
