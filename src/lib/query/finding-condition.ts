import { SEVERITIES } from '../analysis/rules/finding.ts';
import { RULES } from '../analysis/rules/rules.ts';
import type { Condition } from './condition.ts';

const NAMES: readonly string[] = [...SEVERITIES, ...RULES.map(({ id }) => id)];

/** `has:finding`: it helps to prove something. */
export function byPresence(value: string): Condition | string {
	if (value.toLowerCase() !== 'finding') return `"has:" is for has:finding alone.`;
	return ({ entry }, _, findingsAt) => findingsAt(entry.seq).length > 0;
}

/** A rule's id or its beginning, or a severity: `wrong-password`, `slots`, `error,warning`. */
export function byFinding(value: string): Condition | string {
	const wanted = value.toLowerCase().split(',');
	const unknown = wanted.find((name) => !NAMES.some((known) => known.startsWith(name)));
	if (unknown !== undefined)
		return `"${unknown}" is no finding: write error, warning, info, or one such as ${RULES[0]?.id}.`;
	return ({ entry }, _, findingsAt) =>
		findingsAt(entry.seq).some(({ rule, severity }) =>
			wanted.some((name) => rule.startsWith(name) || severity.startsWith(name))
		);
}
