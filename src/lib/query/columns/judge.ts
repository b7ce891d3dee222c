import type { Surroundings } from '../conditions/condition.ts';
import type { Expression } from '../expression.ts';
import { judgeCriterion } from './judge-criterion.ts';
import type { MessageColumns } from './message-columns.ts';
import { allOf, anyOf, negated, type Verdicts } from './verdict.ts';

/** Some of the messages, by their places. */
export interface Range {
	readonly from: number;
	readonly to: number;
}

/** What an expression makes of messages, as far as columns know: a pass over one column for each term. */
export function judge(
	expression: Expression,
	columns: MessageColumns,
	range: Range,
	surroundings: Surroundings
): Verdicts {
	const verdicts = judgeTerms(expression, columns, range, surroundings);
	return expression.negated ? negated(verdicts) : verdicts;
}

function judgeTerms(
	expression: Expression,
	columns: MessageColumns,
	range: Range,
	surroundings: Surroundings
): Verdicts {
	if (expression.kind === 'term')
		return judgeCriterion(expression.criterion, columns, range, surroundings);
	const parts = expression.parts.map((part) => judge(part, columns, range, surroundings));
	const join = expression.kind === 'all' ? allOf : anyOf;
	return join(parts, range.to - range.from);
}
