import type { SeenMessage } from '../analysis/seen-message.ts';
import type { Condition, Surroundings } from './conditions/condition.ts';
import { conditionOf } from './conditions/condition-of.ts';
import { type Expression, termsOf } from './expression.ts';
import { type FilterError, isFilterError } from './filter-error.ts';
import { readExpression } from './syntax/read-expression.ts';

/** What is looked for. */
export interface Filter {
	/** As data. */
	readonly expression: Expression;
	/** The same, to ask it of one message that is at hand. */
	readonly condition: Condition;
	/** It is about findings, so that what it finds may change without a new message. */
	readonly asksFindings: boolean;
}

/** Reads a filter; the language is told in docs/filter.md. The empty one matches everything. */
export function parseFilter(text: string): Filter | FilterError {
	const expression = readExpression(text);
	if (isFilterError(expression)) return expression;
	const asksFindings = termsOf(expression).some(
		({ criterion }) =>
			criterion.key === 'finding' || (criterion.key === 'has' && criterion.any.includes('finding'))
	);
	return { expression, condition: conditionOf(expression), asksFindings };
}

export function matches(
	{ condition }: Filter,
	message: SeenMessage,
	surroundings: Surroundings
): boolean {
	return condition(message, surroundings);
}
