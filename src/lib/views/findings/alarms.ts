import { type Finding, SEVERITIES, type Severity } from '../../analysis/rules/finding.ts';

/** Those that lists mark: an explanation is for whoever looks at what it explains. */
export function alarmsOf(findings: readonly Finding[]): readonly Finding[] {
	return findings.length === 0 ? findings : findings.filter(({ severity }) => severity !== 'info');
}

/** How many there are of each severity, the worst first; none that there are none of. */
export function countsOf(findings: readonly Finding[]): { severity: Severity; count: number }[] {
	return SEVERITIES.map((severity) => ({
		severity,
		count: findings.filter((finding) => finding.severity === severity).length
	})).filter(({ count }) => count > 0);
}
