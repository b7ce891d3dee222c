import { termsOf } from '../../query/expression.ts';
import { isFilterError } from '../../query/filter-error.ts';
import type { Filter } from '../../query/filter.ts';
import type { FilterError } from '../../query/filter-error.ts';

/** A stretch of a filter's text; all of them joined are the text. */
export interface FilterPiece {
	readonly text: string;
	readonly kind: 'plain' | 'key' | 'minus' | 'error';
}

interface Mark {
	start: number;
	end: number;
	kind: FilterPiece['kind'];
}

/** What of a filter is a key, an exclusion, or wrong. */
export function filterPieces(text: string, read: Filter | FilterError): FilterPiece[] {
	const marks = isFilterError(read) ? [wrongPart(read)] : markedTerms(read);
	const pieces: FilterPiece[] = [];
	let at = 0;
	for (const { start, end, kind } of marks) {
		if (start > at) pieces.push({ text: text.slice(at, start), kind: 'plain' });
		if (end > start) pieces.push({ text: text.slice(start, end), kind });
		at = end;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), kind: 'plain' });
	return pieces;
}

function wrongPart({ offset, length }: FilterError): Mark {
	return { start: offset, end: offset + length, kind: 'error' };
}

function markedTerms({ expression }: Filter): Mark[] {
	return termsOf(expression).flatMap(({ start, negated, key }): Mark[] => {
		const keyStart = negated ? start + 1 : start;
		const minus: Mark[] = negated ? [{ start, end: keyStart, kind: 'minus' }] : [];
		if (key === undefined) return minus;
		return [...minus, { start: keyStart, end: keyStart + key.length + 1, kind: 'key' }];
	});
}
