import type { Expression, Term } from '../src/lib/query/expression.ts';
import { quote } from '../src/lib/query/syntax/quote.ts';
import type { WrittenValue } from '../src/lib/query/syntax/written-value.ts';

/** An expression as text that reads as the same expression. */
export function printExpression(expression: Expression): string {
	if (expression.kind === 'term') return printTerm(expression);
	const text = expression.parts
		.map((part) =>
			needsBrackets(part, expression.kind) ? `(${printExpression(part)})` : printExpression(part)
		)
		.join(expression.kind === 'all' ? ' ' : ' or ');
	return expression.negated ? `-(${text})` : text;
}

/** Several that must all hold need none among alternatives. */
function needsBrackets(part: Expression, within: 'all' | 'any'): boolean {
	return part.kind !== 'term' && !part.negated && (part.kind === 'any' || within === 'all');
}

function printTerm({ negated, key, values }: Term): string {
	const before = `${negated ? '-' : ''}${key === undefined ? '' : `${key}:`}`;
	return before + values.map(printValue).join(',');
}

function printValue({ form, text, flags, field }: WrittenValue): string {
	const before = field ? field.name + field.operator : '';
	if (form === 'pattern') return `${before}/${text}/${flags}`;
	return before + (form === 'quoted' ? quote(text) : text);
}
