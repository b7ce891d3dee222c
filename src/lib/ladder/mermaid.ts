import type { Picture } from './picture.ts';
import type { Row } from './row.ts';
import { onOneLine, wordsOf } from './row-words.ts';

/** As long a text as Mermaid takes unless it is told otherwise (`maxTextSize`). */
export const MERMAID_LIMIT = 50_000;

/**
 * A ladder as a sequence diagram of Mermaid's. Requests are solid, responses dashed, what never left or
 * never came ends at a cross; folds, events and silences are notes.
 */
export function printMermaid({ lanes, rows, title, legs, times, footnotes }: Picture): string {
	const lines = ['---', `title: ${JSON.stringify(plain(title))}`, '---', 'sequenceDiagram'];
	lanes.forEach(({ title: name, subtitle }, index) => {
		const words = [name, subtitle].filter(Boolean).join(' · ');
		lines.push(`\tparticipant L${index} as ${mermaidText(words)}`);
	});
	let above: Exclude<Row, { type: 'gap' }> | undefined;
	for (const row of rows) {
		const time = row.type === 'gap' ? '' : times(row, above).time;
		const leg = row.type === 'rung' ? legs[row.leg]?.name : undefined;
		lines.push(`\t${statement(row, lanes.length, [leg ?? '', time].filter(Boolean).join(' '))}`);
		if (row.type !== 'gap') above = row;
	}
	if (lanes.length > 0)
		for (const note of footnotes) lines.push(`\tNote over L0: ${mermaidText(note)}`);
	return `${lines.join('\n')}\n`;
}

/**
 * Any text as Mermaid reads it in a statement: whatever might mean something to it, or to HTML, is named
 * by its code point.
 */
export function mermaidText(text: string): string {
	const words = plain(text).trim();
	const escaped = words.replace(
		/[^\p{L}\p{N} .,·()*/_→]/gu,
		(character) => `#${character.codePointAt(0) ?? 0};`
	);
	return escaped === '' ? '#32;' : escaped;
}

function statement(row: Row, lanes: number, lead: string): string {
	switch (row.type) {
		case 'gap':
			return `Note over ${span(0, lanes - 1)}: ${mermaidText(row.label)}`;
		case 'mark':
			return `Note over L${row.lane}: ${mermaidText(`${lead} ${wordsOf(row)}`)}`;
		case 'fold':
			return `Note over ${span(row.from, row.to)}: ${mermaidText(`${lead} ${wordsOf(row)}`)}`;
		case 'missing':
			return `L${row.from}--xL${row.to}: ${mermaidText(`${lead} ${wordsOf(row)}`)}`;
		case 'rung': {
			const lost = row.message.entry.undelivered ?? false;
			const arrow = row.response ? (lost ? '--x' : '-->>') : lost ? '-x' : '->>';
			return `L${row.from}${arrow}L${row.to}: ${mermaidText(`${lead} ${wordsOf(row)}`)}`;
		}
	}
}

function span(one: number, other: number): string {
	const [left, right] = [Math.min(one, other), Math.max(one, other)];
	return left === right ? `L${left}` : `L${left},L${right}`;
}

function plain(text: string): string {
	return onOneLine(text).replace(/\p{Cs}/gu, '\ufffd');
}
