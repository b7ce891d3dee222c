import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markRanges } from './marked-lines.ts';
import { plainLines, textOf } from './styled-line.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n'), maxLength: 30 });
const ranges = fc.array(fc.record({ offset: fc.nat(30), length: fc.integer({ min: 1, max: 8 }) }), {
	maxLength: 4
});

test('marking cuts pieces and changes no text; what is marked is what the ranges say', () => {
	fc.assert(
		fc.property(text, ranges, (text, ranges) => {
			const lines = markRanges(plainLines(text), ranges);
			expect(textOf(lines)).toBe(text);
			const marks = lines
				.flat()
				.flatMap((piece) => [...piece.text].map(() => piece.marked === true));
			const wanted = [...text].map((_, at) =>
				ranges.some(({ offset, length }) => at >= offset && at < offset + length)
			);
			expect(marks).toEqual(wanted);
		})
	);
});
