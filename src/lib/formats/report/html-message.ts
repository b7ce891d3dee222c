import { toneOf } from '../../ladder/tone.ts';
import { markupText } from '../../ladder/svg-text.ts';
import type { ToldFinding } from './summary.ts';
import type { ToldMessage } from './told-messages.ts';

/** A message beside the ladder; what is found by it comes before its text. */
export function messageHtml(told: ToldMessage, findings: readonly ToldFinding[]): string {
	const { message, name, where, text, remark, annotation } = told;
	const { seq, bytes } = message.entry;
	const tone = toneOf(message.head);
	const words = [
		annotation?.bookmarked ? '<p class="dim">Bookmarked</p>' : '',
		annotation?.note ? `<p class="note">${markupText(annotation.note)}</p>` : '',
		...findings.map(({ sentence }) => `<p class="proof">${markupText(sentence)}</p>`)
	];
	return (
		`<article id="e${seq}" aria-label="Message ${seq}"><h3 class="tone-${tone}">${markupText(name)}</h3>` +
		`<p class="dim">${markupText([`Message ${seq}, ${where}`, remark].filter(Boolean).join('; '))}</p>` +
		`${words.join('')}<pre tabindex="0">\n${bytes ? markupText(text) : sipHtml(text, tone)}</pre></article>`
	);
}

/** The start line in its colour, names of fields dimmed. */
function sipHtml(text: string, tone: string): string {
	const [head = '', gap = '', ...body] = text.replace(/\r\n?/g, '\n').split(/(\n\n)/);
	const lines = head.split('\n').map((line, index) => {
		if (index === 0) return `<b class="tone-${tone}">${markupText(line)}</b>`;
		const [, name = '', rest = line] = /^([^\s:]{1,64}:)(.*)$/s.exec(line) ?? [];
		return name === '' ? markupText(line) : `<i>${markupText(name)}</i>${markupText(rest)}`;
	});
	return lines.join('\n') + gap + markupText(body.join(''));
}
