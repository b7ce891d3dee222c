import { isSingleField } from '../fields/field-kinds.ts';
import type { RawField } from './head-fields.ts';
import type { ProblemLog } from './problem-log.ts';

/** Max-Forwards is left out: RFC 2543 did without it, and so do answers to it today. */
const MANDATORY = ['via', 'from', 'to', 'call-id', 'cseq'];

/** Reports which fields are missing, at the start line, and which are there too often. */
export function checkPresence(
	fields: readonly RawField[],
	startLine: { start: number; end: number },
	log: ProblemLog
): void {
	const present = new Set<string>();
	for (const { name, start, end } of fields) {
		if (present.has(name) && isSingleField(name)) {
			log.add('header-repeated', start, end, { field: name });
		}
		present.add(name);
	}
	for (const name of MANDATORY) {
		if (present.has(name)) continue;
		log.add('header-missing', startLine.start, startLine.end, { field: name });
	}
}
