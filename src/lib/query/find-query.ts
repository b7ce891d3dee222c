import type { TextMatch } from './criterion.ts';
import { conditionOf } from './conditions/condition-of.ts';
import type { Expression } from './expression.ts';
import type { Filter } from './filter.ts';
import { compilePattern } from './pattern.ts';

/** What is to be found in the texts of messages. */
export interface FindQuery {
	readonly text: string;
	/** The text is a regular expression. */
	readonly isPattern: boolean;
	readonly matchCase: boolean;
}

/** A stretch of a text, in UTF-16 units. */
export interface Found {
	readonly offset: number;
	readonly length: number;
}

/** A string says what is wrong with its regular expression. */
export function textMatchOf({ text, isPattern, matchCase }: FindQuery): TextMatch | string {
	if (!isPattern && !matchCase) return { kind: 'text', text };
	const flags = matchCase ? '' : 'i';
	const source = isPattern ? text : quoted(text);
	const compiled = compilePattern({ source, flags });
	return typeof compiled === 'string' ? compiled : { kind: 'pattern', source, flags };
}

/** Where it is found, in order; of those that overlap the first. */
export function foundIn(text: string, match: TextMatch): readonly Found[] {
	const pattern = compilePattern(
		match.kind === 'pattern' ? match : { source: quoted(match.text), flags: 'i' }
	);
	return typeof pattern === 'string' ? [] : pattern.ranges(text);
}

/** Finds, of what a filter leaves, the messages that have the text in them. */
export function findWithin(filter: Filter | undefined, match: TextMatch): Filter {
	const term: Expression = {
		kind: 'term',
		negated: false,
		criterion: { key: 'text', text: match },
		key: undefined,
		values: [],
		start: 0,
		end: 0
	};
	const parts = filter ? [filter.expression, term] : [term];
	const expression: Expression = { kind: 'all', negated: false, parts, start: 0, end: 0 };
	return {
		expression,
		condition: conditionOf(expression),
		asksFindings: filter?.asksFindings ?? false
	};
}

function quoted(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
