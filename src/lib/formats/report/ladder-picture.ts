import { FOLD_KINDS, type FoldKind } from '../../ladder/fold.ts';
import { GrowingLadder } from '../../ladder/growing-ladder.ts';
import { lapse } from '../../ladder/gap.ts';
import { footnotesOf, type Picture, sinceFirst, type TellTime } from '../../ladder/picture.ts';
import type { Row } from '../../ladder/row.ts';
import type { AnalysedTrace } from '../analysed-trace.ts';
import { utcTime } from '../utc-time.ts';

/** More rows than these are no picture that anybody could look at. */
export const MOST_ROWS = 2_000;

/** The ladder of a whole trace; of a long one its beginning, which its footnotes tell. */
export function ladderPicture(
	trace: AnalysedTrace,
	folds: readonly FoldKind[] = FOLD_KINDS
): Picture {
	const { header, entries, analysis, end } = trace;
	const ladder = new GrowingLadder(analysis, { folds, legs: legsOf(trace) });
	ladder.draw(entries);
	ladder.settle(end);
	const rows: Row[] = [];
	for (let index = 0; index < Math.min(ladder.rows.length, MOST_ROWS); index++) {
		const row = ladder.rows.at(index);
		if (row) rows.push(row);
	}
	const cut = ladder.rows.length > rows.length;
	const left = `The first ${count(rows.length)} rows of ${count(ladder.rows.length)}`;
	return {
		lanes: ladder.lanes,
		rows,
		legs: ladder.legs,
		title: header.name,
		caption: captionOf(trace),
		footnotes: [...footnotesOf(ladder.hidden), ...(cut ? [left] : [])],
		times: timesOf(rows)
	};
}

/** `2,000`. */
export function count(number: number): string {
	return number.toLocaleString('en-US');
}

/** Since the first row, and since the row above. */
function timesOf(rows: readonly Row[]): TellTime {
	const since = sinceFirst(rows);
	return (row, above) => {
		if (above === undefined) return since(row, above);
		const over = above.type === 'fold' && above.until <= row.at ? above.until : above.at;
		const sign = row.at < over ? '\u2212' : '+';
		return { ...since(row, above), delta: sign + lapse(Math.abs(row.at - over)) };
	};
}

/** Legs are told apart where there is but one conversation. */
function legsOf({ analysis }: AnalysedTrace) {
	const [only, ...others] = analysis.conversations.filter(({ calls }) => calls.length > 0);
	return only && others.length === 0 && only.calls.length > 1 ? only.calls : [];
}

function captionOf({ header, entries, analysis }: AnalysedTrace): string {
	const [first] = entries;
	return [
		first && `from ${utcTime(first.at).slice(0, 19).replace('T', ' ')} UTC`,
		`${count(analysis.messages.length)} messages`,
		`Sipscope ${header.versions.sipscope}`
	]
		.filter(Boolean)
		.join(' · ');
}
