import type { Criterion, Key } from './criterion.ts';
import type { WrittenValue } from './syntax/written-value.ts';

/** What a filter asks for, as data: how it is found out is another matter (`conditions`). */
export type Expression = Term | Junction;

/** Offsets in the filter's text, in UTF-16 units. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** One thing that is asked of a message: `-status:4xx`, `method:INVITE`, `"bare text"`. */
export interface Term extends Span {
	readonly kind: 'term';
	/** A `-` stands before it: what it says must not be. */
	readonly negated: boolean;
	readonly criterion: Criterion;
	/** As it was written; `undefined` for bare text. */
	readonly key: Exclude<Key, 'text'> | undefined;
	/** What followed the key, at its commas apart; of bare text the one. */
	readonly values: readonly WrittenValue[];
}

/** Several that all must hold, or any. Without parts: everything. */
export interface Junction extends Span {
	readonly kind: 'all' | 'any';
	readonly negated: boolean;
	readonly parts: readonly Expression[];
}

/** The terms of an expression, in the order in which they are written. */
export function termsOf(expression: Expression): readonly Term[] {
	return expression.kind === 'term' ? [expression] : expression.parts.flatMap(termsOf);
}
