import { cseq } from './cseq.ts';
import { Cursor } from './cursor.ts';
import { fieldRule } from './field-rules.ts';
import type { RawField } from './head-fields.ts';
import type { ProblemLog } from './problem-log.ts';

/** Checks the values of the fields that there is a rule for, in a request with that method. */
export function checkValues(
	text: string,
	fields: readonly RawField[],
	method: string | undefined,
	log: ProblemLog
): void {
	for (const field of fields) {
		if (field.name === 'cseq') {
			cseq(new Cursor(text, field, 'RFC 3261 §8.1.1.5', log), method);
			continue;
		}
		const rule = fieldRule(field.name);
		rule?.check(new Cursor(text, field, rule.source, log));
	}
}
