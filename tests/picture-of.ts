import { FOLD_KINDS } from '../src/lib/ladder/fold.ts';
import { layout } from '../src/lib/ladder/layout.ts';
import { footnotesOf, type Picture, sinceFirst } from '../src/lib/ladder/picture.ts';
import type { Entry } from '../src/lib/trace/entry.ts';
import { analysed } from './analysed.ts';

/** The picture of a whole trace, folded. */
export function pictureOf(entries: readonly Entry[], title: string): Picture {
	const analysis = analysed(entries);
	const legs = analysis.conversations[0]?.calls ?? [];
	const ladder = layout(entries, analysis, {
		folds: FOLD_KINDS,
		legs: legs.length > 1 ? legs : []
	});
	const rows = [...ladder.rows];
	return {
		lanes: ladder.lanes,
		rows,
		legs: ladder.legs,
		title,
		caption: `${entries.length} entries`,
		footnotes: footnotesOf(ladder.hidden),
		times: sinceFirst(rows)
	};
}
