import type { Analysis } from '../analysis/analysis.ts';
import type { SeenMessage } from '../analysis/seen-message.ts';
import { byText, type Condition, CONDITIONS, type FindingsAt } from './condition.ts';
import { readTerms, type Term } from './term.ts';

/** What is looked for: all of its conditions at once. */
export interface Filter {
	readonly conditions: readonly Condition[];
	/** It is about findings, so that what it finds may change without a new message. */
	readonly asksFindings: boolean;
}

export interface FilterError {
	/** Where in the filter's text. */
	offset: number;
	message: string;
}

const KEYS: ReadonlySet<string> = new Set(CONDITIONS.keys());

/**
 * Reads a filter: bare text, `method:`, `status:`, `call:`, `phone:`, `from:`, `to:`, `has:finding` and
 * `finding:`, quotes for spaces, `-` before what must not be. The empty one matches everything.
 */
export function parseFilter(text: string): Filter | FilterError {
	const terms = readTerms(text, KEYS);
	if (!Array.isArray(terms)) return terms;
	const conditions: Condition[] = [];
	for (const term of terms) {
		const condition = conditionOf(term);
		if (typeof condition === 'string') return { offset: term.offset, message: condition };
		conditions.push(condition);
	}
	return { conditions, asksFindings: terms.some(({ key }) => key === 'has' || key === 'finding') };
}

export function matches(
	filter: Filter,
	message: SeenMessage,
	analysis: Analysis,
	findingsAt: FindingsAt
): boolean {
	return filter.conditions.every((condition) => condition(message, analysis, findingsAt));
}

function conditionOf({ key, value, negated }: Term): Condition | string {
	const read = key === undefined ? byText : CONDITIONS.get(key);
	const condition = (read ?? byText)(value);
	if (typeof condition === 'string' || !negated) return condition;
	return (message, analysis, findingsAt) => !condition(message, analysis, findingsAt);
}
