import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundIn, textMatchOf, type FindQuery } from './find-query.ts';
import { testOf } from './text-test.ts';

function places(text: string, query: Partial<FindQuery>): number[] {
	const match = textMatchOf({ text: '', isPattern: false, matchCase: false, ...query });
	if (typeof match === 'string') throw new Error(match);
	return foundIn(text, match).map(({ offset }) => offset);
}

test('text in any letter case, or in its own', () => {
	expect(places('To: Bob\r\nto: bob', { text: 'BOB' })).toEqual([4, 13]);
	expect(places('To: Bob\r\nto: bob', { text: 'bob', matchCase: true })).toEqual([13]);
	expect(places('a.c abc', { text: 'a.c' })).toEqual([0]);
});

test('regular expressions, of lines', () => {
	expect(places('To: Bob\r\nto: bob', { text: '^to: \\w+$', isPattern: true })).toEqual([0, 9]);
	expect(places('x1 y22', { text: '[a-z]\\d+', isPattern: true, matchCase: true })).toEqual([0, 3]);
	expect(textMatchOf({ text: '(', isPattern: true, matchCase: false })).toContain('regular');
});

test('where text is found, it is; and a message that has it has a place for it', () => {
	fc.assert(
		fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, text, after) => {
			const whole = before + text + after;
			for (const matchCase of [false, true]) {
				const match = textMatchOf({ text, isPattern: false, matchCase });
				if (typeof match === 'string') throw new Error(match);
				expect(testOf(match)(whole)).toBe(true);
				const found = foundIn(whole, match);
				expect(found.length).toBeGreaterThan(0);
				for (const { offset, length } of found)
					expect(whole.slice(offset, offset + length).toLowerCase()).toBe(text.toLowerCase());
			}
		})
	);
});
