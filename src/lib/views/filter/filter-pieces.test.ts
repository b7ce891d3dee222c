import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterTexts } from '../../../../tests/filter-texts.ts';
import { parseFilter } from '../../query/filter.ts';
import { filterPieces } from './filter-pieces.ts';

function drawn(text: string): string {
	return filterPieces(text, parseFilter(text))
		.map(({ text, kind }) => (kind === 'plain' ? text : `<${kind} ${text}>`))
		.join('');
}

test('keys, exclusions and what is wrong', () => {
	expect(drawn('BYE -status:4xx (to:1 or a)')).toBe(
		'BYE <minus -><key status:>4xx (<key to:>1 or a)'
	);
	expect(drawn('a status:9')).toBe('a status:<error 9>');
	expect(drawn('status:')).toBe('status:');
});

test('the pieces of any text are the text', () => {
	fc.assert(
		fc.property(filterTexts, (text) => {
			const pieces = filterPieces(text, parseFilter(text));
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
		})
	);
});
