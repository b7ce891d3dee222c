import type { LanguageRegistration } from 'shiki/core';

export type Rule = LanguageRegistration['patterns'][number];
type Captures = NonNullable<Rule['captures']>;

/** What each group of a pattern is, from the first on: a scope, rules for it, or nothing. */
export function groups(...each: (string | Rule | null)[]): Captures {
	const captures = each.map((group) =>
		typeof group === 'string' ? { name: group } : (group ?? {})
	);
	return Object.fromEntries(captures.map((rule, index) => [index + 1, rule])) as Captures;
}

export function include(...rules: string[]): Rule {
	return { patterns: rules.map((rule) => ({ include: rule })) } as Rule;
}
