import { expect, test } from 'vitest';
import { formatCount, formatSize } from './size-format.ts';

test.each([
	[0, '0 B'],
	[842, '842 B'],
	[1_000, '1.0 kB'],
	[1_234, '1.2 kB'],
	[9_960, '10 kB'],
	[999_600, '1.0 MB'],
	[48_300_000, '48 MB'],
	[1_240_000_000, '1.2 GB']
])('%i bytes are %s', (bytes, text) => {
	expect(formatSize(bytes)).toBe(text);
});

test('counts are grouped', () => {
	expect(formatCount(100_000)).toBe('100,000');
});
