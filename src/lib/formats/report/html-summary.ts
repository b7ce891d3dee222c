import type { Annotation } from '../../trace/annotation.ts';
import { markupText } from '../../ladder/svg-text.ts';
import type { Summary, Table, TableRow, ToldFinding } from './summary.ts';

const LOGO =
	'<svg width="26" height="26" viewBox="0 0 32 32" fill="none" aria-hidden="true">' +
	'<rect width="32" height="32" rx="8" fill="var(--accent-0)"/>' +
	'<g stroke="var(--pane)" stroke-linecap="round" stroke-linejoin="round" stroke-width="2.4">' +
	'<path d="M9 6v20M23 6v20" stroke-opacity=".55" stroke-width="2"/>' +
	'<path d="M10 12h10m-3.5-3.5 4 3.5-4 3.5"/>' +
	'<path d="M22 20.5H12m3.5-3.5-4 3.5 4 3.5" stroke-dasharray="3 2.2"/></g></svg>';

export function headHtml({ title, facts }: Summary): string {
	const items = facts.map(
		([name, value]) => `<div><dt>${markupText(name)}</dt><dd>${markupText(value)}</dd></div>`
	);
	return (
		`<header><p class="brand">${LOGO} SIP trace by Sipscope</p>` +
		`<h1>${markupText(title) || 'Trace'}</h1><dl>${items.join('')}</dl></header>\n`
	);
}

/** Whether there is a message of that seq to link to. */
export type Shown = ReadonlySet<number>;

export function findingsHtml(findings: readonly ToldFinding[], shown: Shown): string {
	if (findings.length === 0) return '';
	const items = findings.map(({ severity, title, sentence, advice, source, evidence }) => {
		const proof = evidence.map((seq) => linkTo(seq, shown)).join(', ');
		return (
			`<li class="${severity}"><b>${markupText(title)}</b>${markupText(sentence)} ` +
			`<span class="dim">${markupText(advice)}</span><br>` +
			`<small>${severity} · seen in ${proof} · ${markupText(source)}</small></li>`
		);
	});
	return `<section><h2>Findings</h2><ul class="findings">${items.join('')}</ul></section>\n`;
}

export function tableHtml(title: string, { columns, rows }: Table, shown: Shown): string {
	if (rows.length === 0) return '';
	const names = columns.map((name) => `<th scope="col">${markupText(name)}</th>`).join('');
	const lines = rows.map((row) => `<tr>${cellsHtml(row, shown)}</tr>`).join('');
	return (
		`<section><h2>${markupText(title)}</h2><div class="table" tabindex="0" role="region" aria-label="${markupText(title)}">` +
		`<table><thead><tr>${names}</tr></thead><tbody>${lines}</tbody></table></div></section>\n`
	);
}

function cellsHtml({ cells, first }: TableRow, shown: Shown): string {
	return cells
		.map((cell, index) => {
			const text = markupText(cell);
			const linked = index === 0 && first !== undefined && shown.has(first);
			const content = linked ? `<a href="#e${first}">${text || 'unnamed'}</a>` : text;
			return `<td${cell.length > 30 ? ' class="long"' : ''}>${content}</td>`;
		})
		.join('');
}

export function notesHtml(annotations: readonly Annotation[], shown: Shown): string {
	if (annotations.length === 0) return '';
	const items = annotations.map(({ seq, bookmarked, note }) => {
		const words = [bookmarked ? 'bookmarked' : '', markupText(note)].filter(Boolean).join(': ');
		return `<li>${linkTo(seq, shown)} ${words}</li>`;
	});
	return `<section><h2>Notes</h2><ul class="notes">${items.join('')}</ul></section>\n`;
}

function linkTo(seq: number, shown: Shown): string {
	return shown.has(seq) ? `<a href="#e${seq}">message ${seq}</a>` : `entry ${seq}`;
}
