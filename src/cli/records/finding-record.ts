import type { Finding } from '../../lib/analysis/rules/finding.ts';
import { isoTime } from '../output/times.ts';

/** What went wrong, as a line of JSON: documented in docs/command-line.md. */
export function findingRecord(finding: Finding): object {
	const { rule, severity, at, sentence, advice, source, evidence, call, registration } = finding;
	return {
		rule,
		severity,
		time: isoTime(at),
		sentence,
		advice,
		source,
		evidence,
		call: call?.id,
		registration: registration?.id
	};
}
