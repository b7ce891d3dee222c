import { type Finding, SEVERITIES, type Severity } from '../../analysis/rules/finding.ts';
import type { RuleId } from '../../analysis/rules/rule-id.ts';
import { RULES } from '../../analysis/rules/rules.ts';

/** Findings of one rule among others. */
export interface FindingKind {
	id: RuleId;
	title: string;
	count: number;
}

/** The rules that have found something, by severity, the worst first. */
export function kindsOf(
	findings: readonly Finding[]
): { severity: Severity; kinds: FindingKind[] }[] {
	const counts = new Map<RuleId, number>();
	for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return SEVERITIES.map((severity) => ({
		severity,
		kinds: RULES.filter((rule) => rule.severity === severity && counts.has(rule.id)).map(
			({ id, title }) => ({ id, title, count: counts.get(id) ?? 0 })
		)
	})).filter(({ kinds }) => kinds.length > 0);
}
