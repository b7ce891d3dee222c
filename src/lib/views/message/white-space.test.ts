import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutWhiteSpace } from './white-space.ts';

test('nothing is lost, and white space is told apart', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(' ', '\t', '\r', '\n', 'a', 'é') }), (text) => {
			const pieces = cutWhiteSpace(text);
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
			for (const piece of pieces) expect(piece.space === undefined).toBe(!/\s/.test(piece.text));
		})
	);
	expect(cutWhiteSpace('a  b\r\n').map(({ space }) => space)).toEqual([
		undefined,
		'blank',
		undefined,
		'cr',
		'lf'
	]);
});
