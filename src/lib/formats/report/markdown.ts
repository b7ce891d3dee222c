import { MERMAID_LIMIT, printMermaid } from '../../ladder/mermaid.ts';
import type { Picture } from '../../ladder/picture.ts';
import type { Annotation } from '../../trace/annotation.ts';
import { analyseTrace } from '../analysed-trace.ts';
import type { TraceFormat, TraceToWrite } from '../format.ts';
import { count, ladderPicture } from './ladder-picture.ts';
import { fenced, markdownText, quoted } from './markdown-text.ts';
import { MOST_LINES, type Summary, summaryOf, type Table, type ToldFinding } from './summary.ts';
import { leftOutWords, MOST_MESSAGES, type ToldMessage, toldMessages } from './told-messages.ts';

/** A report for tickets and wikis: what went wrong, calls, registrations, the ladder, the messages. */
export const markdown: TraceFormat = {
	id: 'markdown',
	name: 'Markdown report',
	extensions: ['.md'],
	writer: {
		loses: [
			'what sockets, phones and media did, but for what the ladder says of it',
			'what is folded in the ladder, but for its messages',
			`messages after the first ${count(MOST_MESSAGES)}, and rows of the ladder that Mermaid would refuse`,
			`findings, calls and registrations after the first ${MOST_LINES} of each`,
			'whether a message’s lines ended in CR LF'
		],
		write
	}
};

async function* write(toWrite: TraceToWrite): AsyncGenerator<string> {
	const trace = await analyseTrace(toWrite);
	const summary = summaryOf(trace);
	const messages = toldMessages(trace);
	const shown = new Set(messages.map(({ message }) => message.entry.seq));
	yield headOf(summary);
	yield findingsOf(summary.findings, shown);
	yield tableOf('Calls', summary.calls);
	yield tableOf('Registrations', summary.registrations);
	yield tableOf('Phones', summary.phones);
	yield notesOf(toWrite.annotations, shown);
	yield `## Ladder\n\n${fenced(mermaidWithinLimit(ladderPicture(trace)), 'mermaid')}\n`;
	yield '## Messages\n\n';
	const leftOut = leftOutWords(messages, trace);
	if (leftOut !== '') yield `${leftOut}\n\n`;
	for (const message of messages) yield messageOf(message);
}

function headOf({ title, facts, leftOut }: Summary): string {
	const lines = facts.map(([name, value]) => `- ${name}: ${markdownText(value)}\n`);
	return `# ${markdownText(title) || 'Trace'}\n\n${lines.join('')}\n${leftOut.map((words) => `${words}\n\n`).join('')}`;
}

function findingsOf(findings: readonly ToldFinding[], shown: ReadonlySet<number>): string {
	if (findings.length === 0) return '## Findings\n\nNone.\n\n';
	const items = findings.map(({ severity, title, sentence, advice, source, evidence }) => {
		const proof = evidence.map((seq) => linkTo(seq, shown)).join(', ');
		return (
			`- **${severity}: ${markdownText(title)}.** ${markdownText(sentence)}\n` +
			`  ${markdownText(advice)}\n` +
			`  Seen in ${proof} (${markdownText(source)})\n`
		);
	});
	return `## Findings\n\n${items.join('')}\n`;
}

function tableOf(title: string, { columns, rows }: Table): string {
	if (rows.length === 0) return '';
	const lines = [
		columns,
		columns.map(() => '---'),
		...rows.map(({ cells }) => cells.map(markdownText))
	];
	return `## ${title}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n`;
}

function notesOf(annotations: readonly Annotation[], shown: ReadonlySet<number>): string {
	if (annotations.length === 0) return '';
	const items = annotations.map(({ seq, bookmarked, note }) => {
		const words = [bookmarked ? 'bookmarked' : '', markdownText(note)].filter(Boolean).join(': ');
		return `- ${linkTo(seq, shown)} ${words}\n`;
	});
	return `## Notes\n\n${items.join('')}\n`;
}

/** What an entry that is no message of the report did, its number alone can tell. */
function linkTo(seq: number, shown: ReadonlySet<number>): string {
	return shown.has(seq) ? `[message ${seq}](#message-${seq})` : `entry ${seq}`;
}

function messageOf({ message, name, where, text, remark, annotation }: ToldMessage): string {
	const remarks = remark === '' ? '' : ` (${markdownText(remark)})`;
	const note = annotation?.note ? `\n${quoted(annotation.note)}` : '';
	return (
		`### Message ${message.entry.seq}\n\n` +
		`**${markdownText(name)}** ${markdownText(where)}${remarks}\n${note}\n` +
		`${fenced(text, 'sip')}\n`
	);
}

/** As many rows as Mermaid takes. */
function mermaidWithinLimit(picture: Picture): string {
	let drawn = picture;
	let text = printMermaid(drawn);
	while (text.length > MERMAID_LIMIT && drawn.rows.length > 1) {
		const share = Math.min(0.9, (0.95 * MERMAID_LIMIT) / text.length);
		const rows = drawn.rows.slice(0, Math.floor(drawn.rows.length * share));
		const left = `The first ${count(rows.length)} rows of ${count(picture.rows.length)}`;
		drawn = { ...drawn, rows, footnotes: [...picture.footnotes, left] };
		text = printMermaid(drawn);
	}
	return text;
}
