import { expect, test } from 'vitest';
import { compareMessages } from '../../compare/compare-messages.ts';
import { countsInWords, isBlankRow, shownPieces } from './diff-words.ts';

const message = (fields: string) => `BYE sip:a SIP/2.0\r\n${fields}\r\n`;

test('a line ending is shown where it has changed', () => {
	const { sections } = compareMessages(message('X: a\r\nY: b\r\n'), message('X: a\nY: c\r\n'));
	const [, x, y, end] = sections[0]?.rows ?? [];
	const shown = (row: typeof x) => row?.right && shownPieces(row.right, row.kind);
	expect(shown(x)).toEqual([
		{ text: 'X: a', changed: false },
		{ text: '\\n', changed: true }
	]);
	expect(shown(y)).toEqual([
		{ text: 'Y: ', changed: false },
		{ text: 'c', changed: true }
	]);
	expect(end && isBlankRow(end)).toBe(true);
	expect(y && isBlankRow(y)).toBe(false);
});

test('how much differs', () => {
	const words = (left: string, right: string) =>
		countsInWords(compareMessages(message(left), message(right)));
	expect(words('X: a\r\n', 'X: b\r\nY: c\r\n')).toBe('1 changed, 1 added');
	expect(words('X: a\r\n', 'X: a\r\n')).toBe('no difference');
});
