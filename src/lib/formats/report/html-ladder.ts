import type { Picture, PictureTimes } from '../../ladder/picture.ts';
import type { Row, TimedRow } from '../../ladder/row.ts';
import { wordsOf } from '../../ladder/row-words.ts';
import { HEADS_HEIGHT, laneHeads } from '../../ladder/svg-heads.ts';
import { rowDrawing, ROW_HEIGHT } from '../../ladder/svg-rows.ts';
import { type Sheet, sheetOf } from '../../ladder/svg-sheet.ts';
import { element } from '../../ladder/svg-text.ts';
import { CSS_PALETTE } from './css-palette.ts';
import { markupText } from '../../ladder/svg-text.ts';

/** Three lanes stand beside a message; words that are cut are in it. */
const MOST_PITCH = 260;

/** A row of the page: drawn always, only while folds are closed, or only while they are open. */
interface PageRow {
	readonly row: Row;
	readonly shown: 'always' | 'closed' | 'open';
}

/** What stands behind the rows: by seq, the message that a click on its row shows. */
export interface Behind {
	readonly articles: ReadonlyMap<number, string>;
	readonly marked: ReadonlySet<number>;
}

/**
 * The ladder as rows of a page, each of a message a link to it.
 *
 * @param closed with everything folded, as it is shown at first.
 * @param open the same with all that is folded.
 */
export function ladderHtml(closed: Picture, open: Picture, behind: Behind): string {
	const sheet = sheetOf(open, CSS_PALETTE, MOST_PITCH);
	const rows = merged(closed.rows, open.rows);
	const folded = rows.filter(({ row, shown }) => shown === 'open' && row.type === 'rung').length;
	const toggle =
		folded === 0
			? ''
			: `<label class="toggle"><input type="checkbox" id="unfold">Show what is folded: ${folded} messages</label>`;
	const heads = svg(sheet, HEADS_HEIGHT, laneHeads(open.lanes, sheet, 0));
	const items = itemsOf(rows, open, sheet, behind);
	const notes = open.footnotes.map((note) => `<p class="dim">${markupText(note)}</p>`).join('');
	return (
		`<section class="ladder"><h2>Ladder</h2>${toggle}${notes}` +
		`<div class="rows"><div class="heads">${heads}</div><ul>\n${items.join('\n')}\n</ul></div></section>\n`
	);
}

function itemsOf(rows: readonly PageRow[], open: Picture, sheet: Sheet, behind: Behind): string[] {
	const above: { [shown in 'open' | 'closed']?: TimedRow } = {};
	const articles = new Map(behind.articles);
	return rows.map(({ row, shown }) => {
		if (row.type === 'gap') return itemOf(shown, '', drawingOf(row, undefined, sheet));
		const times = open.times(row, shown === 'open' ? above.open : above.closed);
		if (shown !== 'closed') above.open = row;
		if (shown !== 'open') above.closed = row;
		const picture = drawingOf(row, times, sheet);
		if (row.type === 'mark' || !behind.articles.has(row.seq)) return itemOf(shown, '', picture);
		const ends = [row.from, row.to].map((lane) => open.lanes[lane]?.title ?? '');
		const label = markupText(`${wordsOf(row)}, ${ends.join(' to ')}`);
		const link = `<a href="#e${row.seq}" aria-label="${label}">${picture}</a>`;
		if (row.type !== 'rung') return itemOf(shown, '', link);
		const article = articles.get(row.seq) ?? '';
		articles.delete(row.seq);
		return itemOf(shown, behind.marked.has(row.seq) ? 'marked' : '', link + article);
	});
}

const CLASSES: Readonly<Record<PageRow['shown'], string>> = {
	always: '',
	closed: 'closed',
	open: 'folded'
};

function itemOf(shown: PageRow['shown'], mark: string, content: string): string {
	const classes = [CLASSES[shown], mark].filter(Boolean).join(' ');
	return `<li${classes === '' ? '' : ` class="${classes}"`}>${content}</li>`;
}

function drawingOf(row: Row, times: PictureTimes | undefined, sheet: Sheet): string {
	return svg(sheet, ROW_HEIGHT, lifelines(sheet) + rowDrawing(row, times, sheet));
}

/** The rows of both in one order. Silences belong to the one or the other. */
function merged(closed: readonly Row[], open: readonly Row[]): PageRow[] {
	const places = new Map(open.map((row, place) => [keyOf(row), place]));
	const rows: PageRow[] = [];
	let taken = 0;
	const takeTo = (end: number) => {
		for (const row of open.slice(taken, end)) rows.push({ row, shown: 'open' });
		taken = Math.max(taken, end);
	};
	for (const row of closed) {
		const place = row.type === 'gap' ? -1 : (places.get(keyOf(row)) ?? -1);
		if (place < taken) {
			rows.push({ row, shown: 'closed' });
			continue;
		}
		takeTo(place);
		rows.push({ row, shown: 'always' });
		taken = place + 1;
	}
	takeTo(open.length);
	return rows;
}

function keyOf(row: Row): string {
	return row.type === 'gap' ? '' : `${row.type} ${row.seq}`;
}

function lifelines({ lanes }: Sheet): string {
	const d = lanes.map((x) => `M${x} 0V${ROW_HEIGHT}`).join('');
	return element('path', { d, stroke: CSS_PALETTE.lineStrong });
}

function svg({ width }: Sheet, height: number, content: string): string {
	const around = { width, height, viewBox: `0 0 ${width} ${height}`, fill: 'none' };
	return element('svg', { ...around, 'font-size': 12, 'aria-hidden': 'true' }, content);
}
