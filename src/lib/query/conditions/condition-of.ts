import { textOf } from '../../analysis/entry-text.ts';
import type { Criterion } from '../criterion.ts';
import type { Expression } from '../expression.ts';
import { isAnyCall, isAnyInstance, isAnyPhone, isOfConversation } from './call-condition.ts';
import type { Condition } from './condition.ts';
import { anyDialogStage, anyFeature, anyFinding, anyKind } from './meaning-condition.ts';
import { anyField, anyTextIn } from './text-condition.ts';
import { atOrAfter } from './time-condition.ts';

/** Compiles an expression, to be asked of message after message. */
export function conditionOf(expression: Expression): Condition {
	const condition =
		expression.kind === 'term'
			? criterionCondition(expression.criterion)
			: joined(expression.kind, expression.parts.map(conditionOf));
	if (!expression.negated) return condition;
	return (message, surroundings) => !condition(message, surroundings);
}

function joined(kind: 'all' | 'any', conditions: readonly Condition[]): Condition {
	return kind === 'all'
		? (message, surroundings) => conditions.every((holds) => holds(message, surroundings))
		: (message, surroundings) => conditions.some((holds) => holds(message, surroundings));
}

function criterionCondition(criterion: Criterion): Condition {
	switch (criterion.key) {
		case 'text':
			return anyTextIn([criterion.text], ({ entry }) => textOf(entry));
		case 'from':
			return anyTextIn(criterion.any, ({ head }) => head.from);
		case 'to':
			return anyTextIn(criterion.any, ({ head }) => head.to);
		case 'header':
			return anyField(criterion.any);
		case 'method': {
			const methods = new Set(criterion.any);
			return ({ head }) => methods.has(head.method.toUpperCase());
		}
		case 'status':
			return ({ head }) =>
				head.kind === 'response' &&
				criterion.any.some(({ from, to }) => head.status >= from && head.status <= to);
		case 'call': {
			const isMeant = isAnyCall(criterion.any);
			return ({ call }) => isMeant(call);
		}
		case 'conversation': {
			const isMeant = isOfConversation(criterion.any);
			return ({ call }) => isMeant(call);
		}
		case 'phone': {
			const isMeant = isAnyPhone(criterion.any);
			return ({ userAgent }, { analysis }) => isMeant(userAgent, analysis);
		}
		case 'instance': {
			const isMeant = isAnyInstance(criterion.any);
			return ({ userAgent }) => isMeant(userAgent);
		}
		case 'is':
			return anyKind(criterion.any);
		case 'has':
			return anyFeature(criterion.any);
		case 'cmd':
			return ({ content }) =>
				content?.command !== undefined && criterion.any.includes(content.command.number);
		case 'dialog':
			return anyDialogStage(criterion.any);
		case 'finding':
			return anyFinding(criterion.any);
		case 'after':
			return atOrAfter(criterion.time);
		case 'before': {
			const later = atOrAfter(criterion.time);
			return (message, surroundings) => !later(message, surroundings);
		}
	}
}
