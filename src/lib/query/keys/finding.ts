import { SEVERITIES } from '../../analysis/rules/finding.ts';
import { RULES } from '../../analysis/rules/rules.ts';
import type { Criterion } from '../criterion.ts';
import type { WrittenValue } from '../syntax/written-value.ts';
import { isValueError, readEach, type ValueError } from './key-reader.ts';
import { nearest } from './nearest.ts';

const FINDINGS: readonly string[] = [...SEVERITIES, ...RULES.map(({ id }) => id)];

/** A rule's id or its beginning, or a severity: `wrong-password`, `slots`, `error,warning`. */
export function readFinding(values: readonly WrittenValue[]): Criterion | ValueError {
	const any = readEach(values, (value): string | ValueError => {
		const written = value.text.toLowerCase();
		if (FINDINGS.some((known) => known.startsWith(written))) return written;
		const suggestion = nearest(written, FINDINGS);
		const hint = suggestion
			? `Did you mean ${suggestion}?`
			: `Write error, warning, info, or one such as ${RULES[0]?.id}.`;
		const message = `"${value.text}" is no finding. ${hint}`;
		return { value, message, ...(suggestion ? { suggestion } : {}) };
	});
	return isValueError(any) ? any : { key: 'finding', any };
}
