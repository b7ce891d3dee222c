import { onOneLine } from '../../ladder/row-words.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Any text as Markdown (CommonMark, GitHub's tables too) shows it within a line of ours: as what it is. */
export function markdownText(text: string): string {
	return onOneLine(text)
		.replace(/[\\`*_[\]|~$!#]/g, '\\$&')
		.replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
		.replace(/:\/\//g, '\\://')
		.replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`);
}

/** Lines of text in a fence that none of them can close. */
export function fenced(text: string, language: string): string {
	const runs = text.match(/`+/g) ?? [];
	const longest = runs.reduce((most, { length }) => Math.max(most, length), 0);
	const fence = '`'.repeat(Math.max(3, longest + 1));
	return `${fence}${language}\n${text.replace(/\r\n?/g, '\n').replace(/\n*$/, '\n')}${fence}\n`;
}

/** Each line of a text quoted; none of them begins a list or underlines a heading. */
export function quoted(text: string): string {
	return text
		.split(/\r\n?|\n/)
		.map((line) => markdownText(line.trim()).replace(/^(\d*)([-+=.)])/, '$1\\$2'))
		.map((line) => `> ${line}  \n`)
		.join('');
}
