import type { TextMatch } from './criterion.ts';
import { compilePattern } from './pattern.ts';

/** Whether a text has a match in it, or is one from end to end. */
export function testOf(
	match: TextMatch,
	how: 'contains' | 'equals' = 'contains'
): (text: string) => boolean {
	if (match.kind === 'text') {
		const words = escaped(match.text);
		const wanted = new RegExp(how === 'equals' ? `^${words}$` : words, 'i');
		return (text) => wanted.test(text);
	}
	const source = how === 'equals' ? `\\A(?:${match.source})\\z` : match.source;
	const pattern = compilePattern({ ...match, source });
	if (typeof pattern === 'string')
		throw new Error(`A criterion's pattern is always one: ${pattern}`);
	return (text) => pattern.test(text);
}

/** The source of a regular expression that finds this text. */
function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
