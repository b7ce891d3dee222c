import type { Line } from './line.ts';

/** A tag, or the text between two. */
const PARTS = /<[^>]*>|[^<]+|</gs;
/** Within a tag: its name, an attribute with the space before it, and what ends it. */
const WORDS = /<[^\s>]*|\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*')|[^]/g;

/**
 * XML by its tags and their attributes, each with the names of the elements around it as key:
 * RingCentral's commands are one line of many attributes, in any order.
 */
export function xmlLines(body: string): Line[] | undefined {
	if (!/^\s*<[?!A-Za-z]/.test(body)) return undefined;
	const lines: Line[] = [];
	const path: string[] = [];
	for (const [part] of body.matchAll(PARTS)) {
		const closes = part.startsWith('</');
		if (closes) path.pop();
		const depth = path.length;
		const element = /^<\/?([^\s/>]*)/.exec(part)?.[1] ?? '';
		for (const { key, text, nested } of cutTag(part)) {
			lines.push({ key: [...path, element, key].join('/'), text, depth: depth + Number(nested) });
		}
		if (!closes && /^<[A-Za-z].*[^/]>$/s.test(part)) path.push(element);
	}
	return lines;
}

function cutTag(part: string): { key: string; text: string; nested: boolean }[] {
	if (!part.startsWith('<')) return [{ key: 'text', text: part, nested: false }];
	const cuts: { key: string; text: string; nested: boolean }[] = [];
	for (const [word] of part.matchAll(WORDS)) {
		const attribute = /^\s+([^\s=]+)\s*=/.exec(word)?.[1];
		const last = cuts.at(-1);
		if (attribute !== undefined) cuts.push({ key: `@${attribute}`, text: word, nested: true });
		else if (last && !last.nested) last.text += word;
		else cuts.push({ key: last ? '>' : part.slice(0, 2), text: word, nested: false });
	}
	return cuts;
}
