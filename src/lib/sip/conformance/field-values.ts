import { cseq } from './cseq.ts';
import { Cursor } from './cursor.ts';
import { type FieldRule, fieldRule } from './field-rules.ts';
import type { RawField } from './head-fields.ts';
import type { ProblemLog } from './problem-log.ts';

/** Checks the values of the fields that there is a rule for, in a request with that method. */
export function checkValues(
	text: string,
	fields: readonly RawField[],
	method: string | undefined,
	log: ProblemLog
): void {
	const rules = { cseq: { source: 'RFC 3261 §8.1.1.5', check: (at: Cursor) => cseq(at, method) } };
	for (const field of fields) {
		const rule = field.name === 'cseq' ? rules.cseq : fieldRule(field.name);
		if (rule) checkValue(text, field, rule, log);
	}
}

function checkValue(text: string, field: RawField, rule: FieldRule, log: ProblemLog): void {
	const { name, start, valueStart, end } = field;
	const cursor = new Cursor(text.slice(valueStart, end), (code, from, to) => {
		// What is missing has no place of its own: the whole field stands for it.
		const offset = from === to ? start : valueStart + from;
		log.add(code, offset, from === to ? end : valueStart + to, {
			field: name,
			source: rule.source
		});
	});
	rule.check(cursor);
}
