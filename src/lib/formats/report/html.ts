import { digestAlgorithm } from '../../sip/digest/algorithm.ts';
import { analyseTrace } from '../analysed-trace.ts';
import { base64 } from '../bytes/base64.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { ladderHtml } from './html-ladder.ts';
import { messageHtml } from './html-message.ts';
import { SCRIPT } from './html-script.ts';
import { STYLE } from './html-style.ts';
import { findingsHtml, headHtml, notesHtml, tableHtml } from './html-summary.ts';
import { markupText } from '../../ladder/svg-text.ts';
import { count, ladderPicture } from './ladder-picture.ts';
import { MOST_LINES, type Summary, summaryOf, type ToldFinding } from './summary.ts';
import { leftOutWords, MOST_MESSAGES, toldMessages } from './told-messages.ts';

/**
 * One page that shows a trace to whoever opens it: findings, calls, the ladder, and each message beside
 * it. It asks for nothing from anywhere, and may not.
 */
export const html: TraceFormat = {
	id: 'html',
	name: 'HTML page',
	extensions: ['.html', '.htm'],
	writer: {
		loses: [
			'what sockets, phones and media did, but for what the ladder says of it',
			`messages after the first ${count(MOST_MESSAGES)}, and rows of the ladder after as many`,
			`findings, calls and registrations after the first ${MOST_LINES} of each`,
			'control characters, and whether a message’s lines ended in CR LF'
		],
		write
	}
};

async function* write(toWrite: TraceToWrite): AsyncGenerator<string> {
	const trace = await analyseTrace(toWrite);
	const summary = summaryOf(trace);
	const closed = ladderPicture(trace);
	const open = ladderPicture(trace, []);
	const drawn = new Set(
		[...closed.rows, ...open.rows].map((row) => (row.type === 'rung' ? row.seq : -1))
	);
	const messages = toldMessages(trace).filter(({ message }) => drawn.has(message.entry.seq));
	const findings = findingsBySeq(summary.findings);
	const articles = new Map(
		messages.map((told) => {
			const { seq } = told.message.entry;
			return [seq, messageHtml(told, findings.get(seq) ?? [])];
		})
	);
	const shown = new Set(articles.keys());
	const marked = new Set(toWrite.annotations.map(({ seq }) => seq));
	const leftOut = [...summary.leftOut, leftOutWords(messages, trace)].filter(
		(words) => words !== ''
	);
	yield beginningOf(summary) + headHtml(summary);
	yield findingsHtml(summary.findings, shown);
	yield tableHtml('Calls', summary.calls, shown);
	yield tableHtml('Registrations', summary.registrations, shown);
	yield notesHtml(toWrite.annotations, shown);
	for (const words of leftOut) yield `<section><p class="dim">${words}</p></section>\n`;
	yield ladderHtml(closed, open, { articles, marked });
	yield END;
}

function beginningOf({ title }: Summary): string {
	const policy = [
		"default-src 'none'",
		`style-src '${sourceHash(STYLE)}'`,
		`script-src '${sourceHash(SCRIPT)}'`,
		"base-uri 'none'",
		"form-action 'none'"
	].join('; ');
	return (
		'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n' +
		`<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
		'<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
		'<meta name="referrer" content="no-referrer">\n' +
		`<title>${markupText(title) || 'Trace'}</title>\n<style>${STYLE}</style></head><body><main>\n`
	);
}

const HINT =
	'<p>Select a message of the ladder to read it here.</p>' +
	'<p><kbd>↑</kbd> <kbd>↓</kbd> walk through them.</p>';
const END = `</main><aside class="hint">${HINT}</aside>\n<script>${SCRIPT}</script></body></html>\n`;

/** How a policy names what may run, or style (W3C CSP 3 §2.3.1). */
function sourceHash(source: string): string {
	const hex = digestAlgorithm('SHA-256')?.hash(source) ?? '';
	const bytes = hex.match(/../g)?.map((octet) => Number.parseInt(octet, 16)) ?? [];
	return `sha256-${base64(Uint8Array.from(bytes))}`;
}

function findingsBySeq(findings: readonly ToldFinding[]): Map<number, ToldFinding[]> {
	const bySeq = new Map<number, ToldFinding[]>();
	for (const finding of findings) {
		for (const seq of finding.evidence) {
			const known = bySeq.get(seq) ?? [];
			bySeq.set(seq, known);
			known.push(finding);
		}
	}
	return bySeq;
}
