import { expect, test } from 'vitest';
import { hexRows } from './hex-rows.ts';

test('eight bytes a row, unprintable ones as dots', () => {
	const bytes = new TextEncoder().encode('OPTIONS\r\n~\u0000é');
	expect(hexRows(bytes)).toEqual([
		'00000000  4f 50 54 49 4f 4e 53 0d  OPTIONS.',
		'00000008  0a 7e 00 c3 a9           .~...'
	]);
});

test('no bytes, no rows', () => {
	expect(hexRows(new Uint8Array())).toEqual([]);
});
