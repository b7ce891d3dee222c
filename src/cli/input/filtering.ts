import type { SeenMessage } from '../../lib/analysis/seen-message.ts';
import { type Filter, parseFilter } from '../../lib/query/filter.ts';
import { type FilterError, isFilterError } from '../../lib/query/filter-error.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import type { ReadTrace } from './read-trace.ts';

/** Reads a filter. @throws CommandError in which what is wrong is marked. */
export function filterIn(text: string): Filter {
	const filter = parseFilter(text);
	if (!isFilterError(filter)) return filter;
	throw new CommandError(EXIT.usage, `The filter has a mistake.\n\n${marked(text, filter)}`);
}

/** The filter, a caret below what is wrong, and what it is. */
function marked(text: string, { offset, length, message }: FilterError): string {
	const line = text.replace(/\p{Cc}/gu, ' ');
	const marks = '^'.repeat(Math.max(1, length));
	return `  ${line}\n  ${' '.repeat(offset)}${marks}\n${message}`;
}

/** The messages that a filter leaves. */
export function found({ condition }: Filter, trace: ReadTrace): SeenMessage[] {
	const { analysis, entries } = trace;
	const surroundings = {
		analysis,
		findingsAt: (seq: number) => trace.findings.at(seq),
		startedAt: entries[0]?.at ?? 0
	};
	return analysis.messages.filter((message) => condition(message, surroundings));
}
